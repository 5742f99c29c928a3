import { type ReactNode, useState } from "react";
import { acts } from "../api";
import { ReasonDialog } from "../parts/reason-dialog";
import { addressOf } from "../route";
import type { JobDetail } from "../told/jobs";
import { dollars } from "../words";
import { ChangeFields, type Changes } from "./change-fields";

type Act = "resume" | "edit" | "fork" | "run-now" | "first" | "cancel";

interface Doing {
  readonly title: string;
  readonly path: string;
  readonly says: string;
  readonly changes: boolean;
}

const DOINGS: Readonly<Record<Act, Doing>> = {
  resume: { title: "Resume", path: "resume", says: "It goes on after its last good step.", changes: false },
  edit: {
    title: "Edit and resume",
    path: "resume",
    says: "It goes on from a step, with other words or with a source of yours; what is heard no more is kept as history.",
    changes: true,
  },
  fork: {
    title: "Fork",
    path: "fork",
    says: "A new job begins that shares the checkpoints up to a step, and goes on by itself from there.",
    changes: true,
  },
  "run-now": { title: "Run now", path: "run-now", says: "The wait before the next attempt is cut.", changes: false },
  first: { title: "Put first", path: "first", says: "It goes before those that wait with it.", changes: false },
  cancel: { title: "Cancel", path: "cancel", says: "It stops, and can be resumed.", changes: false },
};
const WHEN_OPEN: readonly Act[] = ["run-now", "first", "cancel"];
const WHEN_STOPPED: readonly Act[] = ["resume", "edit"];
const NOTHING: Changes = { step: "", prompt: "", source: "" };

/** What can be done to a job as it stands. */
export function JobActions({ detail, onDone }: { readonly detail: JobDetail; readonly onDone: () => void }): ReactNode {
  const { job } = detail;
  const [act, setAct] = useState<Act | null>(null);
  const [changes, setChanges] = useState<Changes>(NOTHING);
  const isStopped = job.status === "failed" || job.status === "cancelled";
  const isOpen = !isStopped && job.status !== "completed";
  const can: readonly Act[] = [
    ...(isOpen ? WHEN_OPEN : isStopped ? WHEN_STOPPED : []),
    ...(job.kind === "component" ? (["fork"] as const) : []),
  ];
  const doing = act === null ? null : DOINGS[act];
  return (
    <div className="actions">
      {can.map((each) => (
        <button key={each} type="button" className="small" onClick={() => setAct(each)}>
          {DOINGS[each].title}
        </button>
      ))}
      <a href={addressOf("incident", null, { job: job.id })}>Save as incident</a>
      {doing !== null && (
        <ReasonDialog
          title={doing.title}
          danger={act === "cancel"}
          wish={JSON.stringify(changes)}
          onClose={() => setAct(null)}
          act={async (reason, key) => {
            const made = await acts.job(
              job.id,
              doing.path,
              { reason, ...(doing.changes ? asked(act, changes) : {}) },
              key,
            );
            onDone();
            if (act === "fork") {
              window.location.hash = addressOf("jobs", made.id);
            }
          }}
        >
          <p>{doing.says}</p>
          {act === "resume" && (
            <p className="quiet">{`From the very start it would cost ${dollars(detail.restart_cost.usd)} again, ${detail.restart_cost.tokens} tokens.`}</p>
          )}
          {doing.changes && (
            <ChangeFields detail={detail} forks={act === "fork"} changes={changes} onChange={setChanges} />
          )}
        </ReasonDialog>
      )}
    </div>
  );
}

/** Only what was filled in. */
function asked(act: Act | null, { step, prompt, source }: Changes): Record<string, string> {
  const wishes = { [act === "fork" ? "up_to" : "from_step"]: step, prompt: prompt.trim(), source: source.trim() };
  return Object.fromEntries(Object.entries(wishes).filter(([, value]) => value !== ""));
}
