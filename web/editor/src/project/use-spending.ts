import type { ProjectState } from "@bazaar/shared/state";
import { useEffect, useState } from "react";
import { type Spending, spendingOf } from "../api";
import { isOpen } from "../conversation/job-words";

/** What the project has spent on models, read anew whenever a job has ended; null until it is known. */
export function useSpending(project: string, state: ProjectState): Spending | null {
  const [spending, setSpending] = useState<Spending | null>(null);
  const ended = Object.values(state.jobs).filter((job) => !isOpen(job)).length;
  // biome-ignore lint/correctness/useExhaustiveDependencies: an end of a job is when there is something new to read
  useEffect(() => {
    let wanted = true;
    spendingOf(project).then(
      (found) => wanted && setSpending(found),
      () => undefined, // what is shown stays; the connection says that something is amiss
    );
    return () => {
      wanted = false;
    };
  }, [project, ended]);
  return spending;
}
