import type { ProjectState } from "@bazaar/shared/state";
import { Dialog } from "radix-ui";
import { type ReactNode, use } from "react";
import { SpendDialog } from "./spend-dialog";
import { shortly, spendingInWords } from "./spending-words";
import { UsageContext } from "./use-usage";

/** What was spent so far, in the header; it opens what it was spent on. */
export function SpendChip({ state }: { state: ProjectState }): ReactNode {
  const usage = use(UsageContext);
  if (usage === null || usage.total.calls === 0) {
    return null;
  }
  return (
    <Dialog.Root>
      <Dialog.Trigger
        className="spend"
        title={spendingInWords(usage.total)}
        aria-label={`Spent ${shortly(usage.total)}: show what on`}
      >
        {shortly(usage.total)}
      </Dialog.Trigger>
      <SpendDialog usage={usage} state={state} />
    </Dialog.Root>
  );
}
