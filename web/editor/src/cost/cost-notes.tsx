import type { JobState } from "@bazaar/shared/state";
import { type ReactNode, use } from "react";
import { mendedInWords, shortly, spendingInWords } from "./spending-words";
import { together } from "./usage";
import { UsageContext } from "./use-usage";

/** What the job of a card took, and what of it went into repairs. */
export function JobCost({ job }: { job: string }): ReactNode {
  const share = use(UsageContext)?.jobs?.find((one) => one.job === job);
  if (share === undefined || share.spending.calls === 0) {
    return null;
  }
  const mended = mendedInWords(share.repairs);
  return (
    <p className="cost-note" title={spendingInWords(share.spending)}>
      {mended !== null && <span className="mended">{mended}</span>}
      <span>{mended === null ? shortly(share.spending) : `${shortly(share.spending)} in all`}</span>
    </p>
  );
}

interface MessageCostProps {
  readonly turn: string;
  /** What it asked for. */
  readonly jobs: readonly JobState[];
}

/** What an answer took with all that it started. */
export function MessageCost({ turn, jobs }: MessageCostProps): ReactNode {
  const ids = new Set([turn, ...jobs.map(({ id }) => id)]);
  const shares = (use(UsageContext)?.jobs ?? []).filter(({ job }) => ids.has(job));
  const spending = together(shares.map((share) => share.spending));
  return spending.calls === 0 ? null : (
    <p className="cost-note" title={spendingInWords(spending)}>
      {shares.length > 1 ? `With its scenes ${shortly(spending)}` : shortly(spending)}
    </p>
  );
}
