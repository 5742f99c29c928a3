import type { JobState, ProjectState } from "@bazaar/shared/state";
import { type ReactNode, useMemo } from "react";
import { Composer } from "./composer";
import { isOpen } from "./job-words";
import { jobsByMessage } from "./jobs-by-message";
import { MessageEntry } from "./message-entry";
import { useStickingToTheEnd } from "./use-sticking-to-the-end";
import { WorkLine } from "./work-line";

export function Conversation({ project, state }: { project: string; state: ProjectState }): ReactNode {
  const jobs = useMemo(() => jobsByMessage(state), [state]);
  const open = Object.values(state.jobs).filter(isOpen);
  const list = useStickingToTheEnd(state);
  return (
    <section className="conversation" aria-label="Conversation">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be scrolled by the keyboard, too */}
      <section className="messages" ref={list} aria-label="Messages" tabIndex={0}>
        {state.loaded && state.messages.length === 0 && (
          <p className="quiet">
            Say what the video should show. For example: three scenes about a new product, 12 seconds.
          </p>
        )}
        {!state.loaded && <p className="quiet">Loading the conversation…</p>}
        {state.messages.map((message) => (
          <MessageEntry key={message.id} message={message} jobs={jobs.get(message.id) ?? NO_JOBS} state={state} />
        ))}
      </section>
      <WorkLine jobs={Object.values(state.jobs)} open={open} />
      <Composer project={project} />
    </section>
  );
}

const NO_JOBS: readonly JobState[] = [];
