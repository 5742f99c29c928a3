import type { ReactNode } from "react";
import { ActorLink } from "../parts/links";
import type { Wait } from "../told/actors";
import { lasting } from "../words";
import { useNow } from "../world/console-context";

/** Who waits for whose answer, the longest first. A wait that could never end is refused before it begins. */
export function WaitGraph({ waits }: { readonly waits: readonly Wait[] }): ReactNode {
  const now = useNow();
  return (
    <section className="card" aria-label="Who waits for whom">
      <h2>Who waits for whom</h2>
      {waits.length === 0 && <p className="quiet">Nobody waits for an answer of another.</p>}
      <ul>
        {[...waits]
          .sort((one, other) => one.since - other.since)
          .map((wait) => (
            <li key={`${wait.child}.${wait.seq}`}>
              <ActorLink name={wait.child} /> → <ActorLink name={wait.target} />
              {` to answer ${wait.label}, for ${lasting(now - wait.since)}`}
            </li>
          ))}
      </ul>
    </section>
  );
}
