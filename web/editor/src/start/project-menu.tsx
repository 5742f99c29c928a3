import { DropdownMenu } from "radix-ui";
import type { ReactNode } from "react";
import type { ProjectSummary } from "../api";
import { mainPart } from "../main-part";
import { addressOf } from "../route";
import type { Projects } from "./use-projects";

interface ProjectMenuProps {
  readonly project: ProjectSummary;
  readonly projects: Projects;
  readonly onRename: () => void;
}

/** What can be done with a video without opening it. */
export function ProjectMenu({ project, projects, onRename }: ProjectMenuProps): ReactNode {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>
        <button
          type="button"
          className="icon project-more"
          aria-label={`More for ${project.name}`}
          title="Rename, duplicate, delete"
          disabled={projects.busy}
        >
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d="M3.5 8h.01M8 8h.01M12.5 8h.01" />
          </svg>
        </button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal container={mainPart()}>
        <DropdownMenu.Content className="menu plain" sideOffset={4} align="end">
          <DropdownMenu.Item className="menu-item" asChild>
            <a href={addressOf(project.id)}>Open</a>
          </DropdownMenu.Item>
          <DropdownMenu.Item className="menu-item" onSelect={onRename}>
            Rename…
          </DropdownMenu.Item>
          <DropdownMenu.Item className="menu-item" onSelect={() => projects.duplicate(project)}>
            Duplicate
          </DropdownMenu.Item>
          <DropdownMenu.Item className="menu-item dangerous" onSelect={() => projects.remove(project)}>
            Delete
          </DropdownMenu.Item>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
