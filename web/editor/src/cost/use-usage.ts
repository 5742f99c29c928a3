import type { ProjectState } from "@bazaar/shared/state";
import { createContext, useEffect, useState } from "react";
import { isOpen } from "../conversation/job-words";
import { type Usage, usageOf } from "./usage";

/** What the project of this page spent; null until it is known. */
export const UsageContext = createContext<Usage | null>(null);

const GATHERING_MS = 250;

/** What the project has spent, read anew when a job has ended or a call of a model has been answered. */
export function useUsage(project: string, state: ProjectState): Usage | null {
  const [usage, setUsage] = useState<Usage | null>(null);
  const paid = paidFor(state);
  // biome-ignore lint/correctness/useExhaustiveDependencies: something new was paid for, so there is something to read
  useEffect(() => {
    let wanted = true;
    const timer = setTimeout(() => {
      usageOf(project).then(
        (found) => wanted && setUsage(found),
        () => undefined, // what is shown stays; the connection says that something is amiss
      );
    }, GATHERING_MS);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [project, paid]);
  return usage;
}

/** Changes when there is something new to read: an answer was used, or a job came to its end. */
export function paidFor(state: ProjectState): string {
  const jobs = Object.values(state.jobs);
  const building = jobs.filter((job) => job.step === "build").map(({ id }) => id);
  return `${jobs.filter((job) => !isOpen(job)).length} ${building.join(" ")}`;
}
