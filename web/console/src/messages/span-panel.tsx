import type { ReactNode } from "react";
import { CallList } from "../jobs/call-list";
import { JsonView, Pre } from "../parts/json-view";
import { ActorLink, JobLink, TraceLink } from "../parts/links";
import { Loaded } from "../parts/loaded";
import type { Span } from "../told/actors";
import { clock, lasting } from "../words";
import { useRead } from "../world/use-read";

interface SpanPanelProps {
  readonly span: number;
  readonly onChoose: (span: number) => void;
  readonly onClose: () => void;
}

/** One message: where it came from, what came of it, and from an error the way to the model call and its words. */
export function SpanPanel({ span, onChoose, onClose }: SpanPanelProps): ReactNode {
  const detail = useRead(`span ${span}`, (reads) => reads.span(span));
  return (
    <section className="card span-panel" aria-label={`Message ${span}`}>
      <p className="actions">
        <strong>{`Message ${span}`}</strong>
        <span className="spring" />
        <button type="button" className="small" onClick={onClose}>
          Close
        </button>
      </p>
      <Loaded of={detail}>
        {(known) => (
          <>
            <About span={known.span} />
            <Line words="Came of" spans={known.ancestors} onChoose={onChoose} />
            <Line words="Led to" spans={known.children} onChoose={onChoose} />
            {known.failures.map((failure) => (
              <details key={`${failure.at}`} open>
                <summary className="bad">{failure.error}</summary>
                {failure.message !== null && <JsonView label="Message in flight" value={failure.message as never} />}
                <Pre label="Traceback" text={failure.traceback} />
              </details>
            ))}
            {known.decisions.map((decision) => (
              <p key={`${decision.at}`}>{`${clock(decision.at, true)} ${decision.sentence}`}</p>
            ))}
            {known.calls.length > 0 && <CallList calls={known.calls} />}
          </>
        )}
      </Loaded>
    </section>
  );
}

function About({ span }: { readonly span: Span }): ReactNode {
  const waited = span.taken_at === null ? "nobody took it" : `waited ${lasting(span.taken_at - span.sent_at)}`;
  const took =
    span.taken_at === null || span.ended_at === null ? "" : `, took ${lasting(span.ended_at - span.taken_at)}`;
  return (
    <p>
      <strong>{span.label}</strong>
      {` from ${span.sender ?? "outside"} to ${span.address}`}
      {span.child !== null && (
        <>
          {", had by "}
          <ActorLink name={span.child} />
          {` in its life ${span.incarnation}`}
        </>
      )}
      {`; sent ${clock(span.sent_at, true)}, ${waited}${took}: ${span.outcome}. `}
      {span.job !== null && (
        <>
          Job <JobLink job={span.job} />.{" "}
        </>
      )}
      <TraceLink trace={span.trace} words="Its trace" />
    </p>
  );
}

interface LineProps {
  readonly words: string;
  readonly spans: readonly Span[];
  readonly onChoose: (span: number) => void;
}

const SHOWN = 12;

/** Messages before or after this one, each a way to it. */
function Line({ words, spans, onChoose }: LineProps): ReactNode {
  if (spans.length === 0) {
    return null;
  }
  return (
    <p className="quiet">
      {`${words}: `}
      {spans.slice(0, SHOWN).map((each) => (
        <button key={each.span} type="button" className="small" onClick={() => onChoose(each.span)}>
          {`${each.label} to ${each.address} (${each.outcome})`}
        </button>
      ))}
      {spans.length > SHOWN && ` ${spans.length - SHOWN} more`}
    </p>
  );
}
