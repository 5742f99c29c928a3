import type { ReactNode } from "react";
import { DeletedList } from "./deleted-list";
import { DoneNote } from "./done-note";
import { ProjectCard } from "./project-card";
import type { Projects } from "./use-projects";

export function ProjectList({ projects }: { projects: Projects }): ReactNode {
  const { listed, failure } = projects;
  return (
    <section className="projects" aria-labelledby="projects-title">
      <h2 id="projects-title">Your videos</h2>
      {failure !== null && (
        <p className="failure" role="alert">
          {failure}
        </p>
      )}
      <DoneNote projects={projects} />
      {listed === null && failure === null && <p className="quiet">Loading…</p>}
      {listed?.projects.length === 0 && <p className="quiet">None yet. Your first one begins with a sentence.</p>}
      {listed !== null && listed.projects.length > 0 && (
        <ul aria-labelledby="projects-title">
          {listed.projects.map((project) => (
            <ProjectCard key={project.id} project={project} projects={projects} />
          ))}
        </ul>
      )}
      <DeletedList projects={projects} />
    </section>
  );
}
