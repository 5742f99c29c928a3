import type { ReactNode } from "react";
import { JsonView } from "../parts/json-view";
import type { State } from "../told/actors";
import { clock, lasting } from "../words";
import { useNow } from "../world/console-context";

const SOURCES: Readonly<Record<State["source"], string>> = {
  asked: "It told this itself",
  read: "Read from outside",
  last: "It is busy and did not answer within 250 ms; so it was last",
  death: "So it was when it fell",
  none: "Nothing is known of it yet",
};

/** What it holds, secrets taken out, and how old that is. */
export function ActorState({ state, onLook }: { readonly state: State; readonly onLook: () => void }): ReactNode {
  const now = useNow();
  return (
    <>
      <p className="actions">
        <span>{`${SOURCES[state.source]}, at ${clock(state.at)}, ${lasting(now - state.at)} ago.`}</span>
        <button type="button" className="small" onClick={onLook}>
          Look again
        </button>
      </p>
      {Object.keys(state.fields).length === 0 ? (
        <p className="quiet">It holds nothing that can be shown.</p>
      ) : (
        <JsonView label="State" value={state.fields as never} />
      )}
    </>
  );
}
