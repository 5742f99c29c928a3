import { sentenceOf } from "@bazaar/shared/problem";
import { type ReactNode, useEffect, useState } from "react";
import { listProjects, type ProjectSummary, pictureAddress } from "../api";
import { addressOf } from "../route";
import { counted, day } from "../words";

type Listing = { readonly projects: readonly ProjectSummary[] } | { readonly failure: string } | null;

export function ProjectList(): ReactNode {
  const listing = useListing();
  return (
    <section className="projects" aria-labelledby="projects-title">
      <h2 id="projects-title">Your videos</h2>
      {listing === null && <p className="quiet">Loading…</p>}
      {listing !== null && "failure" in listing && (
        <p className="failure" role="alert">
          {listing.failure}
        </p>
      )}
      {listing !== null && "projects" in listing && <Projects projects={listing.projects} />}
    </section>
  );
}

function Projects({ projects }: { projects: readonly ProjectSummary[] }): ReactNode {
  if (projects.length === 0) {
    return <p className="quiet">None yet. Your first one begins with a sentence.</p>;
  }
  return (
    <ul aria-labelledby="projects-title">
      {projects.map((project) => (
        <li key={project.id}>
          <a className="project" href={addressOf(project.id)}>
            <ProjectPicture project={project} />
            <b>{project.name}</b>
            <span>
              {counted(project.scenes, "scene")} · {project.width} × {project.height}
            </span>
            <time dateTime={project.updated_at}>{day(project.updated_at)}</time>
          </a>
        </li>
      ))}
    </ul>
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

function useListing(): Listing {
  const [listing, setListing] = useState<Listing>(null);
  useEffect(() => {
    let wanted = true;
    listProjects().then(
      (projects) => wanted && setListing({ projects }),
      (error: unknown) => wanted && setListing({ failure: sentenceOf(error) }),
    );
    return () => {
      wanted = false;
    };
  }, []);
  return listing;
}
