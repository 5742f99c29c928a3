import { OpenDialog } from "@bazaar/shared/look/open-dialog";
import { type FormEvent, type ReactNode, useState } from "react";
import type { ProjectSummary } from "../api";
import type { Projects } from "./use-projects";

const LONGEST_NAME = 200;

interface RenameDialogProps {
  readonly project: ProjectSummary;
  readonly projects: Projects;
  readonly onClose: () => void;
}

export function RenameDialog({ project, projects, onClose }: RenameDialogProps): ReactNode {
  const [name, setName] = useState(project.name);
  const wanted = name.trim();
  const keep = async (event: FormEvent) => {
    event.preventDefault();
    if (wanted === project.name || (wanted !== "" && (await projects.rename(project, wanted)))) {
      onClose();
    }
  };
  return (
    <OpenDialog title="Rename" onClose={onClose}>
      <form className="rename" onSubmit={(event) => void keep(event)}>
        <input
          aria-label="Name of the video"
          maxLength={LONGEST_NAME}
          value={name}
          onChange={(event) => setName(event.target.value)}
          onFocus={(event) => event.target.select()}
        />
        {projects.failure !== null && <p role="alert">{projects.failure}</p>}
        <button type="submit" className="main" disabled={projects.busy || wanted === ""}>
          Rename
        </button>
      </form>
    </OpenDialog>
  );
}
