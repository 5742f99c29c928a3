import type { ReactNode } from "react";
import { useRoute } from "../route";
import { JobTable } from "./job-table";
import { OneJob } from "./one-job";

/** All jobs, or one of them whole. */
export function JobsPage(): ReactNode {
  const { name } = useRoute();
  return name === null ? <JobTable /> : <OneJob key={name} job={name} />;
}
