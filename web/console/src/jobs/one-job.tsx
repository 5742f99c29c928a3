import { Tabs } from "radix-ui";
import type { ReactNode } from "react";
import { JsonView } from "../parts/json-view";
import { JobLink } from "../parts/links";
import { Loaded } from "../parts/loaded";
import { Pairs } from "../parts/pairs";
import { addressOf } from "../route";
import type { Cost, JobDetail } from "../told/jobs";
import { counted, dollars, lasting } from "../words";
import { useConsole, useNow, useWorld } from "../world/console-context";
import { useRead } from "../world/use-read";
import { CallList } from "./call-list";
import { CheckpointList } from "./checkpoint-list";
import { JobActions } from "./job-actions";
import { JobTimeline } from "./job-timeline";

const OPEN_EVERY_S = 2;

/** One job: why it is (not) moving, its time in lanes, what it asked and heard, what it cost. */
export function OneJob({ job }: { readonly job: string }): ReactNode {
  const { isLive } = useConsole();
  const world = useWorld("log");
  const now = useNow();
  const last = world.log.findLast((record) => record.job === job)?.n ?? 0;
  const moved = isLive ? `${last} ${Math.floor(now / OPEN_EVERY_S)}` : last;
  const detail = useRead(`job ${job}`, (reads) => reads.job(job), moved);
  return (
    <Loaded of={detail}>
      {(known) => (
        <>
          <div className="page-head">
            <h1 title={job}>{`${known.job.kind} ${job}`}</h1>
            <span className={`status ${known.job.status}`}>{known.job.status}</span>
            <span className="spring" />
            {isLive && <JobActions detail={known} onDone={detail.again} />}
          </div>
          <ul className="sentences" aria-label="Why">
            {known.why.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          <Facts detail={known} />
          <JobTimeline lanes={known.lanes} />
          <Parts detail={known} />
        </>
      )}
    </Loaded>
  );
}

function Facts({ detail }: { readonly detail: JobDetail }): ReactNode {
  const { job } = detail;
  const now = useNow();
  return (
    <div className="cards">
      <Pairs
        title="Job"
        pairs={[
          ["Step", job.step ?? ""],
          ["Last good step", job.last_successful_step ?? ""],
          ["Goes on with", job.status === "completed" ? "" : (detail.resumes_at ?? "")],
          ["Attempt", `${job.attempt}${job.retry_count > 0 ? `, ${job.retry_count} retried` : ""}`],
          ["Tries again", job.next_retry_at === null ? "" : `in ${lasting(job.next_retry_at - now)}`],
          ["Begun", `${lasting(now - job.created_at)} ago`],
          ["Epoch", String(job.epoch)],
        ]}
      />
      <Pairs title="Cost so far" pairs={priced(detail.cost)} />
      <Pairs title="A start from the beginning would cost" pairs={priced(detail.restart_cost)} />
      <Pairs
        title="Where"
        pairs={[
          ["Project", job.project],
          ["Scene", job.scene ?? ""],
          ["Asked by", job.turn === null ? "" : <JobLink job={job.turn} />],
          ["Forked from", job.forked_from === null ? "" : <JobLink job={job.forked_from} />],
          [
            "Started",
            detail.children.length === 0 ? "" : detail.children.map((child) => <JobLink key={child} job={child} />),
          ],
          [
            "Follow",
            <a key="m" href={addressOf("messages", null, { job: job.id })}>
              its messages
            </a>,
          ],
          [
            "Told",
            <a key="e" href={addressOf("events", null, { job: job.id })}>
              its events
            </a>,
          ],
        ]}
      />
    </div>
  );
}

function priced(cost: Cost): readonly (readonly [string, string])[] {
  return [
    ["Money", dollars(cost.usd)],
    ["Tokens", cost.tokens.toLocaleString("en")],
    ["Model calls", counted(cost.calls, "call")],
    ["Time", lasting(cost.seconds)],
  ];
}

function Parts({ detail }: { readonly detail: JobDetail }): ReactNode {
  return (
    <Tabs.Root className="tabs" defaultValue="checkpoints">
      <Tabs.List aria-label="What of it">
        <Tabs.Trigger value="checkpoints">{`Checkpoints (${detail.checkpoints.length})`}</Tabs.Trigger>
        <Tabs.Trigger value="calls">{`Model calls (${detail.calls.length})`}</Tabs.Trigger>
        <Tabs.Trigger value="input">Input</Tabs.Trigger>
        <Tabs.Trigger value="outcome">{detail.error === null ? "Result" : "Error"}</Tabs.Trigger>
      </Tabs.List>
      <Tabs.Content value="checkpoints">
        <CheckpointList checkpoints={detail.checkpoints} />
      </Tabs.Content>
      <Tabs.Content value="calls">
        <CallList calls={detail.calls} />
      </Tabs.Content>
      <Tabs.Content value="input">
        <JsonView label="Input" value={detail.input} />
      </Tabs.Content>
      <Tabs.Content value="outcome">
        <JsonView label="Outcome" value={detail.error ?? detail.result} />
      </Tabs.Content>
    </Tabs.Root>
  );
}
