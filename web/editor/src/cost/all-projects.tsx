import { sentenceOf } from "@bazaar/shared/problem";
import type { ReactNode } from "react";
import { shortly } from "./spending-words";
import { SumTable } from "./sum-table";
import { usageOfAll } from "./usage";
import { useRead } from "./use-read";

/** What all videos together took, day by day. */
export function AllProjects(): ReactNode {
  const { found, failure } = useRead(usageOfAll, "all");
  if (failure !== null) {
    return <p role="alert">{sentenceOf(failure)}</p>;
  }
  return found === null ? (
    <p className="quiet">Reading…</p>
  ) : (
    <>
      <p className="quiet">All videos together: {shortly(found.total)}</p>
      <SumTable caption="Day (UTC)" rows={found.days.map(({ day, spending }) => ({ name: day, spending }))} />
    </>
  );
}
