import type { ReactNode } from "react";
import { usePointing } from "./pointing-context";

/** Says in the box for messages what the next one speaks of. */
export function PointedChip(): ReactNode {
  const { pointed, words, clear } = usePointing();
  if (pointed === null) {
    return <span role="status" className="pointed-none" />;
  }
  return (
    <span role="status" className="pointed-chip">
      <span>About {words}</span>
      <button type="button" className="bare" aria-label="Do not speak of it" title="Do not speak of it" onClick={clear}>
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="m4 4 8 8M12 4l-8 8" />
        </svg>
      </button>
    </span>
  );
}
