import type { JobState, ProjectState } from "@bazaar/shared/state";
import { memo, type ReactNode, useMemo } from "react";
import { useAttachments } from "../attach/use-attachments";
import { useFileDrop } from "../attach/use-file-drop";
import { Composer } from "./composer";
import { isOpen } from "./job-words";
import { jobsByMessage } from "./jobs-by-message";
import { MessageEntry } from "./message-entry";
import { useStickingToTheEnd } from "./use-sticking-to-the-end";
import { waitingOf } from "./waiting";
import { workOf } from "./work-in-words";
import { WorkLine } from "./work-line";

/** Drawn anew when the project changes, and not with every frame that the preview plays. */
export const Conversation = memo(Whole);

function Whole({ project, state }: { project: string; state: ProjectState }): ReactNode {
  // biome-ignore lint/correctness/useExhaustiveDependencies: of the state these are what is read
  const jobs = useMemo(() => jobsByMessage(state), [state.messages, state.jobs, state.order]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: of the state these are what is read
  const waiting = useMemo(() => waitingOf(state), [state.messages, state.jobs]);
  const work = workOf(state);
  const open = work.filter(isOpen);
  const list = useStickingToTheEnd(state.messages, state.jobs);
  const attachments = useAttachments(project);
  const drop = useFileDrop(attachments.add);
  return (
    <section
      className={drop.isOver ? "conversation dropping" : "conversation"}
      aria-label="Conversation"
      {...drop.handlers}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be scrolled by the keyboard, too */}
      <section className="messages" ref={list} aria-label="Messages" tabIndex={0}>
        {state.loaded && state.messages.length === 0 && (
          <p className="quiet">
            Say what the video should show. For example: three scenes about a new product, 12 seconds.
          </p>
        )}
        {!state.loaded && <p className="quiet">Loading the conversation…</p>}
        {state.messages.map((message) => (
          <MessageEntry
            key={message.id}
            project={project}
            message={message}
            jobs={jobs.get(message.id) ?? NO_JOBS}
            state={state}
            isWaiting={waiting.has(message.id)}
          />
        ))}
      </section>
      <WorkLine name={state.video.name} jobs={work} open={open} />
      <Composer project={project} attachments={attachments} isAnswering={open.some(({ kind }) => kind === "turn")} />
    </section>
  );
}

const NO_JOBS: readonly JobState[] = [];
