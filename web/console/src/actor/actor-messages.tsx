import type { ReactNode } from "react";
import { JobLink, TraceLink } from "../parts/links";
import { addressOf } from "../route";
import type { Span } from "../told/actors";
import { clock, lasting } from "../words";

/** The last messages that it had, the newest first. */
export function ActorMessages({ spans, name }: { readonly spans: readonly Span[]; readonly name: string }): ReactNode {
  if (spans.length === 0) {
    return <p className="quiet">None is kept.</p>;
  }
  return (
    <>
      <p>
        <a href={addressOf("messages", null, { actor: name })}>Follow its messages</a>
      </p>
      <table>
        <thead>
          <tr>
            <th>Sent</th>
            <th>Message</th>
            <th>From</th>
            <th>Waited</th>
            <th>Took</th>
            <th>Outcome</th>
            <th>Job</th>
            <th>Trace</th>
          </tr>
        </thead>
        <tbody>
          {spans.map((span) => (
            <tr key={span.span}>
              <td>{clock(span.sent_at, true)}</td>
              <td>{span.label}</td>
              <td>{span.sender ?? "outside"}</td>
              <td>{span.taken_at === null ? "" : lasting(span.taken_at - span.sent_at)}</td>
              <td>{span.taken_at === null || span.ended_at === null ? "" : lasting(span.ended_at - span.taken_at)}</td>
              <td className={span.outcome === "handled" ? "" : "bad"}>{span.outcome}</td>
              <td>{span.job !== null && <JobLink job={span.job} />}</td>
              <td>
                <TraceLink trace={span.trace} words="trace" />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
