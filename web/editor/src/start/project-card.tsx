import { type ReactNode, useState } from "react";
import { type ProjectSummary, pictureAddress } from "../api";
import { addressOf } from "../route";
import { counted, day } from "../words";
import { ProjectMenu } from "./project-menu";
import { RenameDialog } from "./rename-dialog";
import type { Projects } from "./use-projects";

interface ProjectCardProps {
  readonly project: ProjectSummary;
  readonly projects: Projects;
}

export function ProjectCard({ project, projects }: ProjectCardProps): ReactNode {
  const [renaming, setRenaming] = useState(false);
  return (
    <li className="project-card">
      <a className="project" href={addressOf(project.id)}>
        <ProjectPicture project={project} />
        <b title={project.name}>{project.name}</b>
        <span>
          {counted(project.scenes, "scene")} · {project.width} × {project.height}
        </span>
        <time dateTime={project.updated_at}>{day(project.updated_at)}</time>
      </a>
      <ProjectMenu project={project} projects={projects} onRename={() => setRenaming(true)} />
      {renaming && <RenameDialog project={project} projects={projects} onClose={() => setRenaming(false)} />}
    </li>
  );
}

function ProjectPicture({ project: { still, width, height } }: { project: ProjectSummary }): ReactNode {
  const shape = { aspectRatio: `${width} / ${height}` };
  return (
    <span className="project-picture" aria-hidden="true">
      {still == null ? <span style={shape} /> : <img src={pictureAddress(still)} alt="" style={shape} />}
    </span>
  );
}
