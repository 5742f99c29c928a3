import { DialogPane } from "@bazaar/shared/look/open-dialog";
import type { ProjectState } from "@bazaar/shared/state";
import { Tabs } from "radix-ui";
import type { ReactNode } from "react";
import { AllProjects } from "./all-projects";
import { JobTable } from "./job-table";
import { caveatOf, money, shortly, spendingInWords } from "./spending-words";
import { SumTable } from "./sum-table";
import type { Usage } from "./usage";

interface SpendDialogProps {
  readonly usage: Usage;
  readonly state: ProjectState;
}

/** What was spent on models: in all, by message and job down to each call, by day, by model; inside of a Dialog.Root. */
export function SpendDialog({ usage, state }: SpendDialogProps): ReactNode {
  return (
    <DialogPane title="Spent on models" className="spending">
      <Total usage={usage} />
      <Tabs.Root className="tabs spending-tabs" defaultValue="messages">
        <Tabs.List className="tab-list" aria-label="What it was spent on">
          <Tabs.Trigger value="messages">By message</Tabs.Trigger>
          <Tabs.Trigger value="days">By day</Tabs.Trigger>
          <Tabs.Trigger value="models">By model</Tabs.Trigger>
          <Tabs.Trigger value="all">All videos</Tabs.Trigger>
        </Tabs.List>
        <Tabs.Content className="spending-pane" value="messages">
          <JobTable shares={usage.jobs ?? []} state={state} />
        </Tabs.Content>
        <Tabs.Content className="spending-pane" value="days">
          <SumTable caption="Day (UTC)" rows={usage.days.map(({ day, spending }) => ({ name: day, spending }))} />
        </Tabs.Content>
        <Tabs.Content className="spending-pane" value="models">
          <SumTable
            caption="Model"
            rows={usage.models.map((of) => ({ ...of, name: `${of.model} (${of.provider})` }))}
          />
        </Tabs.Content>
        <Tabs.Content className="spending-pane" value="all">
          <AllProjects />
        </Tabs.Content>
      </Tabs.Root>
    </DialogPane>
  );
}

function Total({ usage }: { usage: Usage }): ReactNode {
  const caveat = caveatOf(usage.total);
  const budget = budgetInWords(usage.budget);
  return (
    <div className="spending-total">
      <p className="spending-sum" title={spendingInWords(usage.total)}>
        {shortly(usage.total)}
      </p>
      {budget !== null && <p className="quiet">{budget}</p>}
      {caveat !== null && <p className="quiet">{caveat}</p>}
    </div>
  );
}

function budgetInWords(budget: Usage["budget"]): string | null {
  const parts = [
    ...(budget?.cost_usd == null ? [] : [money(budget.cost_usd)]),
    ...(budget?.tokens == null ? [] : [`${budget.tokens.toLocaleString()} tokens`]),
  ];
  return parts.length === 0 ? null : `of a budget of ${parts.join(" and ")}`;
}
