import type { ReactNode } from "react";
import { ActorLink, JobLink } from "../parts/links";
import { Pairs } from "../parts/pairs";
import type { Child, Mailbox } from "../told/actors";
import { lasting } from "../words";
import { useNow } from "../world/console-context";
import { TakeBack } from "./take-back";

/** What it is at now, and what waits for it. */
export function ActorNow({
  child,
  mailbox,
}: {
  readonly child: Child;
  readonly mailbox: Mailbox | undefined;
}): ReactNode {
  const now = useNow();
  const limit = child.limit_s === null ? "" : ` of at most ${lasting(child.limit_s)}`;
  return (
    <div className="cards">
      <Pairs
        title="Life"
        pairs={[
          ["State", child.state ?? "nothing lives here"],
          ["Life", String(child.incarnation)],
          ["Restarts", `${child.restarts}; in its budget ${child.policy.sentence}, ${child.policy.restart}`],
          ["Comes back", child.restart_due === null ? "" : `in ${lasting(child.restart_due - now)}`],
          ["Late results refused", mailbox?.late_results ? String(mailbox.late_results) : ""],
        ]}
      />
      <section className="card" aria-label="In hand">
        <h2>In hand</h2>
        {child.in_hand.length === 0 && <p className="quiet">Nothing.</p>}
        <ul>
          {child.in_hand.slice(0, 8).map((each) => (
            <li key={each.seq}>
              <strong>{each.label}</strong>
              {` for ${lasting(now - each.since)}${limit}, from ${each.sender ?? "outside"} `}
              {each.job !== null && <JobLink job={each.job} />} <TakeBack child={child.name} seq={each.seq} />
            </li>
          ))}
          {child.waits_for.map((wait) => (
            <li key={wait.seq}>
              Waits {lasting(now - wait.since)} for <ActorLink name={wait.target} /> to answer {wait.label}
            </li>
          ))}
        </ul>
      </section>
      <section className="card" aria-label="Mailbox">
        <h2>Mailbox</h2>
        <Waiting child={child} mailbox={mailbox} now={now} />
      </section>
    </div>
  );
}

function Waiting({ child, mailbox, now }: { child: Child; mailbox: Mailbox | undefined; now: number }): ReactNode {
  if (mailbox === undefined) {
    return <p className="quiet">None.</p>;
  }
  const { ledger } = mailbox;
  return (
    <>
      <p>
        {ledger.waiting} wait · {ledger.sent} sent · {ledger.handled} handled · {ledger.failed} failed · {ledger.dead}{" "}
        dead · {ledger.refused} refused
        {mailbox.suspended && <strong> · suspended</strong>}
        {mailbox.sealed && <strong> · drained</strong>}
      </p>
      <ol>
        {mailbox.waiting.slice(0, 6).map((each) => (
          <li key={each.seq}>
            {each.label}{" "}
            <span className="quiet">{`for ${lasting(now - each.since)} from ${each.sender ?? "outside"} `}</span>
            <TakeBack child={child.name} seq={each.seq} />
          </li>
        ))}
      </ol>
    </>
  );
}
