import { Problem, sentenceOf } from "@bazaar/shared/problem";
import type { JobState } from "@bazaar/shared/state";
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from "react";
import { draftOf } from "../api";

/** The code of a component: as it is being written, else the draft that was built last. */
export function JobCode({ job }: { job: JobState }): ReactNode {
  const draft = useDraftOf(job);
  const live = job.live?.code?.text;
  const box = useRef<HTMLElement>(null);
  // What is written stays in sight at its end.
  useLayoutEffect(() => {
    if (live !== undefined && box.current !== null) {
      box.current.scrollTop = box.current.scrollHeight;
    }
  }, [live]);
  const text = live ?? draft;
  return text === null ? (
    <p className="quiet">No code yet.</p>
  ) : (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be scrolled by the keyboard, too
    <section className="job-code" ref={box} tabIndex={0} aria-label="The code">
      <pre>{text}</pre>
    </section>
  );
}

/** Read anew with each step; what cannot be read is told in its place. */
function useDraftOf(job: JobState): string | null {
  const [draft, setDraft] = useState<string | null>(null);
  const isWriting = job.live?.code !== undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: after each step there may be another draft
  useEffect(() => {
    let wanted = true;
    if (!isWriting) {
      draftOf(job.id).then(
        (found) => wanted && setDraft(found),
        (error: unknown) => wanted && setDraft(isNone(error) ? null : sentenceOf(error)),
      );
    }
    return () => {
      wanted = false;
    };
  }, [job.id, job.step, job.phase, isWriting]);
  return draft;
}

function isNone(error: unknown): boolean {
  return error instanceof Problem && error.status === 404;
}
