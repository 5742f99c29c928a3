import { ThemeChoice } from "@bazaar/shared/look/theme-choice";
import type { ReactNode } from "react";
import { NewVideo } from "./new-video";
import { ProjectList } from "./project-list";
import { useProjects } from "./use-projects";

export function StartPage(): ReactNode {
  const projects = useProjects();
  return (
    <div className="start">
      <title>Bazaar</title>
      <header className="start-header">
        <div>
          <h1>Bazaar</h1>
          <p>Say what the video should show. Its scenes are planned, made, checked and played here.</p>
        </div>
        <ThemeChoice />
      </header>
      <main>
        <NewVideo isFirst={projects.listed?.projects.length === 0} />
        <ProjectList projects={projects} />
      </main>
    </div>
  );
}
