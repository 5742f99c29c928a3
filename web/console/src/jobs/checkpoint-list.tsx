import type { ReactNode } from "react";
import { JsonView } from "../parts/json-view";
import type { Checkpoint } from "../told/jobs";
import { clock, lasting } from "../words";

/** Every attempt of every command of a job, with what was asked and what was heard; nothing is ever overwritten. */
export function CheckpointList({ checkpoints }: { readonly checkpoints: readonly Checkpoint[] }): ReactNode {
  if (checkpoints.length === 0) {
    return <p className="quiet">It has asked nothing yet.</p>;
  }
  return (
    <ol className="history-list">
      {checkpoints.map((each) => (
        <li key={`${each.step}.${each.ordinal}.${each.attempt}.${each.started_at}`}>
          <details>
            <summary>
              <strong>{`${each.step} ${each.ordinal}`}</strong>
              {each.attempt > 1 && ` attempt ${each.attempt}`} <span className={toneOf(each)}>{wordFor(each)}</span>{" "}
              <span className="quiet">{timesOf(each)}</span>
            </summary>
            {each.error !== null && <JsonView label="Error" value={each.error} />}
            <h3>Asked</h3>
            <JsonView label="Asked" value={each.command} />
            <h3>{each.reply_type === null ? "Heard" : `Heard: ${each.reply_type}`}</h3>
            <JsonView label="Heard" value={each.reply} />
          </details>
        </li>
      ))}
    </ol>
  );
}

function wordFor(each: Checkpoint): string {
  if (each.superseded) {
    return "superseded, kept as history";
  }
  if (each.error !== null) {
    return "failed";
  }
  return each.heard ? "heard" : "asked, not heard yet";
}

function toneOf(each: Checkpoint): string {
  return each.error !== null ? "bad" : each.heard ? "good" : "warn";
}

function timesOf({ started_at, finished_at }: Checkpoint): string {
  if (started_at === null) {
    return "";
  }
  return finished_at === null
    ? `since ${clock(started_at, true)}`
    : `${clock(started_at, true)}, ${lasting(finished_at - started_at)}`;
}
