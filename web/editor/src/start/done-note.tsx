import { type ReactNode, useEffect, useRef } from "react";
import { addressOf } from "../route";
import type { Done, Projects } from "./use-projects";

/** What was just done with a video, and the way back from it; it stays until something else is done. */
export function DoneNote({ projects }: { projects: Projects }): ReactNode {
  const { done } = projects;
  const way = useRef<HTMLElement>(null);
  // The card that had the focus may be gone: the way back is where a person looks next.
  useEffect(() => (done === null ? undefined : way.current?.focus()), [done]);
  return (
    <div className={done === null ? "unseen" : "done-note"} role="status">
      {done !== null && (
        <>
          <span>{inWords(done)}</span>
          {done.kind === "deleted" ? (
            <button
              type="button"
              className="small"
              ref={(button) => {
                way.current = button;
              }}
              onClick={() => projects.restore({ id: done.project, name: done.name })}
            >
              Undo
            </button>
          ) : (
            <a
              className="button small"
              href={addressOf(done.project)}
              ref={(link) => {
                way.current = link;
              }}
            >
              Open it
            </a>
          )}
          <button type="button" className="small" onClick={projects.forget}>
            Close
          </button>
        </>
      )}
    </div>
  );
}

function inWords({ kind, name }: Done): string {
  switch (kind) {
    case "deleted":
      return `“${name}” is deleted. What was at work on it is stopped.`;
    case "restored":
      return `“${name}” is back, and goes on where it was.`;
    case "duplicated":
      return `There is a copy of “${name}”.`;
  }
}
