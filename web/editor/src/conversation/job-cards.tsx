import type { JobState, ProjectState } from "@bazaar/shared/state";
import type { ReactNode } from "react";
import { counted } from "../words";
import { JobCard } from "./job-card";

/** So many cards of one kind stand open; more of them are one line that can be opened. */
const MOST_OPEN = 3;

interface JobCardsProps {
  readonly jobs: readonly JobState[];
  readonly state: ProjectState;
}

/** The cards of an answer: what is at work or needs a person is seen, what is done or still in line does not crowd it. */
export function JobCards({ jobs, state }: JobCardsProps): ReactNode {
  const done = jobs.filter(({ status }) => status === "completed");
  const queued = jobs.filter(({ status }) => status === "queued");
  const others = jobs.filter(({ status }) => status !== "completed" && status !== "queued");
  const cards = (some: readonly JobState[]) =>
    some.map((job) => <JobCard key={job.id} job={job} {...sceneOf(job, state)} />);
  return (
    <>
      <Folded words={`${counted(done.length, "scene")} published`} count={done.length}>
        {cards(done)}
      </Folded>
      {cards(others)}
      <Folded words={`${counted(queued.length, "scene")} in line`} count={queued.length}>
        {cards(queued)}
      </Folded>
    </>
  );
}

function Folded({ words, count, children }: { words: string; count: number; children: ReactNode }): ReactNode {
  return count <= MOST_OPEN ? (
    children
  ) : (
    <details className="folded-jobs">
      <summary>{words}</summary>
      <div className="folded-cards">{children}</div>
    </details>
  );
}

/** What the card of a job says of its scene. */
function sceneOf(job: JobState, state: ProjectState): { readonly name: string; readonly kept?: string } {
  const scene = state.scenes[job.scene ?? ""];
  const kept = scene?.bundle == null ? undefined : "The last good revision stays on screen.";
  return { name: scene?.name ?? "Removed scene", ...(kept === undefined ? {} : { kept }) };
}
