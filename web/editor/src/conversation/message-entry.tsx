import { scenesInOrder } from "@bazaar/shared/fold-video";
import type { JobState, MessageState, ProjectState } from "@bazaar/shared/state";
import type { ReactNode } from "react";
import { pointedWords } from "../pointing/pointed-words";
import { Failure } from "./failure";
import { FallbackNote } from "./fallback-note";
import { JobCard } from "./job-card";
import { PlanNote } from "./plan-note";
import { RetryNote } from "./retry-note";
import { textOf } from "./text-of";
import { ToolList } from "./tool-list";

interface MessageEntryProps {
  readonly message: MessageState;
  readonly jobs: readonly JobState[];
  readonly state: ProjectState;
}

export function MessageEntry({ message, jobs, state }: MessageEntryProps): ReactNode {
  if (message.role === "user") {
    return (
      <article className="message user" aria-label="You">
        <p className="text">{message.content}</p>
        {message.pointed != null && (
          <p className="pointed-note">About {pointedWords(message.pointed, numberOf(state))}</p>
        )}
      </article>
    );
  }
  const text = textOf(message);
  const turn = message.job == null ? undefined : state.jobs[message.job];
  return (
    <article className="message answer" aria-label="Answer" aria-busy={!message.done}>
      {text !== "" && <p className={message.done ? "text" : "text growing"}>{text}</p>}
      {text === "" && !message.done && <p className="text quiet growing">Thinking</p>}
      <PlanNote message={message} />
      <ToolList tools={message.tools} />
      {jobs.map((job) => (
        <JobCard key={job.id} job={job} {...sceneOf(job, state)} />
      ))}
      {turn !== undefined && <FallbackNote job={turn} />}
      {turn !== undefined && <TurnEnd turn={turn} />}
    </article>
  );
}

function numberOf(state: ProjectState): (scene: string) => number {
  const order = scenesInOrder(state).map(({ id }) => id);
  return (scene) => order.indexOf(scene) + 1;
}

/** What the card of a job says of its scene. */
function sceneOf(job: JobState, state: ProjectState): { readonly name: string; readonly kept?: string } {
  const scene = state.scenes[job.scene ?? ""];
  const kept = scene?.bundle == null ? undefined : "The last good revision stays on screen.";
  return { name: scene?.name ?? "Removed scene", ...(kept === undefined ? {} : { kept }) };
}

/** Why an answer stopped or waits, and how it goes on. */
function TurnEnd({ turn }: { turn: JobState }): ReactNode {
  if (turn.status === "failed" || turn.status === "cancelled") {
    return <Failure job={turn} stopped="The answer was stopped. What was done so far is kept." />;
  }
  return <RetryNote job={turn} />;
}
