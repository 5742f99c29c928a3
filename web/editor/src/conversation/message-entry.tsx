import type { JobState, MessageState, ProjectState } from "@bazaar/shared/state";
import { memo, type ReactNode } from "react";
import { MessageCost } from "../cost/cost-notes";
import { Failure } from "./failure";
import { FallbackNote } from "./fallback-note";
import { JobCards } from "./job-cards";
import { PlanNote } from "./plan-note";
import { RetryNote } from "./retry-note";
import { isSameEntry } from "./same-entry";
import { textOf } from "./text-of";
import { ToolList } from "./tool-list";
import { UserMessage } from "./user-message";

export interface MessageEntryProps {
  readonly project: string;
  readonly message: MessageState;
  readonly jobs: readonly JobState[];
  readonly state: ProjectState;
  readonly isWaiting: boolean;
}

/** Drawn anew only when something that it shows has changed: a conversation is long, and much happens beside it. */
export const MessageEntry = memo(Entry, isSameEntry);

function Entry({ project, message, jobs, state, isWaiting }: MessageEntryProps): ReactNode {
  if (message.role === "user") {
    return <UserMessage project={project} message={message} state={state} isWaiting={isWaiting} />;
  }
  const text = textOf(message);
  const turn = message.job == null ? undefined : state.jobs[message.job];
  return (
    <article className="message answer" aria-label="Answer" aria-busy={!message.done}>
      {text !== "" && <p className={message.done ? "text" : "text growing"}>{text}</p>}
      {text === "" && !message.done && <Silence isWaiting={isWaiting} />}
      <PlanNote message={message} state={state} />
      <ToolList tools={message.tools} />
      <JobCards jobs={jobs} state={state} />
      {turn !== undefined && <FallbackNote job={turn} />}
      {turn !== undefined && <TurnEnd turn={turn} />}
      {turn !== undefined && <MessageCost turn={turn.id} jobs={jobs} />}
    </article>
  );
}

/** In the place of the first words. */
function Silence({ isWaiting }: { isWaiting: boolean }): ReactNode {
  return isWaiting ? <p className="text quiet">Not begun yet</p> : <p className="text quiet growing">Thinking</p>;
}

/** Why an answer stopped or waits, and how it goes on. */
function TurnEnd({ turn }: { turn: JobState }): ReactNode {
  if (turn.status === "failed" || turn.status === "cancelled") {
    return <Failure job={turn} stopped="The answer was stopped. What was done so far is kept." />;
  }
  return <RetryNote job={turn} />;
}
