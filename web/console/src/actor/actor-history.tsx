import type { ReactNode } from "react";
import { JsonView, Pre } from "../parts/json-view";
import { JobLink } from "../parts/links";
import type { Actor, Failure } from "../told/actors";
import { clock } from "../words";

/** What the supervisor decided about it, in words, with the error and the message in flight; the newest first. */
export function ActorHistory({ history }: { readonly history: Actor["history"] }): ReactNode {
  if (history.length === 0) {
    return <p className="quiet">It has not fallen, and nobody has done anything to it.</p>;
  }
  return (
    <ol className="history-list">
      {history.map(({ decision, failures }, at) => (
        <li key={`${history.length - at}`}>
          <p>
            <time>{clock(decision.at, true)}</time> <strong>{decision.action}</strong>
            {` life ${decision.incarnation}: ${decision.sentence}`}
          </p>
          {failures.map((failure) => (
            <OneFailure key={`${failure.at}.${failure.label}`} failure={failure} />
          ))}
        </li>
      ))}
    </ol>
  );
}

function OneFailure({ failure }: { readonly failure: Failure }): ReactNode {
  return (
    <details>
      <summary>
        {failure.error}
        {failure.label !== null && ` with ${failure.label} in hand`}
      </summary>
      {failure.job !== null && (
        <p>
          Of job <JobLink job={failure.job} />
        </p>
      )}
      {failure.message !== null && <JsonView label="Message in flight" value={failure.message as never} />}
      <Pre label="Traceback" text={failure.traceback} />
    </details>
  );
}
