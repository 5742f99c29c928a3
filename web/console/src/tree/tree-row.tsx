import type { ReactNode } from "react";
import { Sparkline } from "../parts/sparkline";
import { addressOf } from "../route";
import type { Child, Mailbox } from "../told/actors";
import { counted, lasting } from "../words";
import type { Depths } from "../world/depths";
import { matter } from "./concern";

interface TreeRowProps {
  readonly child: Child;
  readonly mailbox: Mailbox | undefined;
  readonly depths: Depths | undefined;
  readonly now: number;
}

/** One actor: how it is, how often it fell, what waits for it, and what it is at. */
export function TreeRow({ child, mailbox, depths, now }: TreeRowProps): ReactNode {
  const { health, policy } = child;
  const waiting = mailbox?.ledger.waiting ?? 0;
  return (
    <div className={`tree-row ${health}`}>
      <span className="who">
        <a href={addressOf("actors", child.name)} data-row>
          {child.name}
        </a>
        <span className="quiet">{`${child.state ?? "nothing lives here"} · life ${child.incarnation}`}</span>
      </span>
      <span className="how">
        <span className={`health ${health}`}>{health}</span>
        <span className="quiet matter">{matter(child, mailbox, now)}</span>
      </span>
      <span className="falls">
        <span>{counted(child.restarts, "restart")}</span>
        <span className="quiet">{policy.sentence}</span>
      </span>
      <span className="depth">
        <Sparkline label={`Waiting for ${child.address}`} values={depths?.values() ?? []} />
        <span className="figures">{waiting}</span>
      </span>
      <span className="hand">
        <InHandNow child={child} now={now} />
      </span>
    </div>
  );
}

/** The message that it has had longest, and whom it waits for. */
function InHandNow({ child, now }: { readonly child: Child; readonly now: number }): ReactNode {
  const [first, ...more] = [...child.in_hand].sort((one, other) => one.since - other.since);
  const wait = child.waits_for[0];
  if (first === undefined) {
    return <span className="quiet">nothing</span>;
  }
  return (
    <>
      <span>
        {first.label} <span className="figures">{`for ${lasting(now - first.since)}`}</span>
        {more.length > 0 && <span className="quiet">{` and ${more.length} more`}</span>}
      </span>
      <span className="quiet">
        {first.job !== null && <a href={addressOf("jobs", first.job)}>its job</a>}
        {wait !== undefined && ` waits for ${wait.target} to answer ${wait.label}, ${lasting(now - wait.since)}`}
      </span>
    </>
  );
}
