import type { ReactNode } from "react";
import { counted, day } from "../words";
import type { Projects } from "./use-projects";

/** The videos that were deleted and can be brought back. */
export function DeletedList({ projects }: { projects: Projects }): ReactNode {
  const deleted = projects.listed?.deleted ?? [];
  return deleted.length === 0 ? null : (
    <details className="deleted">
      <summary>{counted(deleted.length, "deleted video")}, kept for a while</summary>
      <ul aria-label="Deleted videos">
        {deleted.map((project) => (
          <li key={project.id}>
            <span className="deleted-name">{project.name}</span>
            <span className="quiet">{day(project.deleted_at ?? project.updated_at)}</span>
            <button
              type="button"
              className="small"
              aria-label={`Restore ${project.name}`}
              disabled={projects.busy}
              onClick={() => projects.restore(project)}
            >
              Restore
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
