import type { ReactNode } from "react";
import { Pre } from "../parts/json-view";
import { ActorLink } from "../parts/links";
import type { Abandoned } from "../told/actors";
import { counted, lasting } from "../words";
import { useNow } from "../world/console-context";

/** Threads that did not come back and were replaced; what they still send is refused and counted. */
export function AbandonedList({ abandoned }: { readonly abandoned: readonly Abandoned[] }): ReactNode {
  const now = useNow();
  return (
    <section className="card" aria-label="Abandoned threads">
      <h2>Abandoned threads</h2>
      {abandoned.length === 0 && <p className="quiet">None.</p>}
      {abandoned.map((each) => (
        <details key={`${each.child}.${each.incarnation}`}>
          <summary>
            <ActorLink name={each.child} />
            {` life ${each.incarnation}, given up ${lasting(now - each.since)} ago; ${counted(each.late_results, "late result")} refused`}
          </summary>
          <Pre label={`Stack of ${each.child}`} text={each.stack} />
        </details>
      ))}
    </section>
  );
}
