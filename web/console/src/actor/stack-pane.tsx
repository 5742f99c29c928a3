import type { ReactNode } from "react";
import { Pre } from "../parts/json-view";

/** Where it is in its code. */
export function StackPane({ stack, onLook }: { readonly stack: string; readonly onLook: () => void }): ReactNode {
  return (
    <>
      <p className="actions">
        <button type="button" className="small" onClick={onLook}>
          Look again
        </button>
      </p>
      {stack === "" ? <p className="quiet">It runs no code now.</p> : <Pre label="Stack" text={stack} />}
    </>
  );
}
