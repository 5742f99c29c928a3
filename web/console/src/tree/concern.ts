/** How much a child wants to be looked at: what is bad floats up, the rest keeps its order. */
import type { Child, Health, Mailbox } from "../told/actors";

const CONCERNS: Readonly<Record<Health, number>> = {
  stuck: 6,
  restarting: 5,
  stopped: 4,
  waiting: 1,
  working: 0,
  idle: 0,
};
/** So much of its patience may be used up before a message in hand is a concern. */
const LONG = 0.5;
/** A message is over in less; who has one for longer is worth a look. */
const SLOW_S = 3;
const MANY_WAIT = 100;

export function concern(child: Child, mailbox: Mailbox | undefined, now: number): number {
  const isBad = Math.max(CONCERNS[child.health], mailbox?.suspended ? 3 : 0, mailbox?.sealed ? 3 : 0);
  const isLate = oldest(child, now) > LONG * (child.limit_s ?? Number.POSITIVE_INFINITY) ? 3 : 0;
  const isSlow = oldest(child, now) > SLOW_S ? 1 : 0;
  const isFull = (mailbox?.ledger.waiting ?? 0) >= MANY_WAIT ? 2 : 0;
  const hasFallen = child.policy.in_window > 0 ? 2 : 0;
  return Math.max(isBad, isLate, isSlow, isFull, hasFallen);
}

/** For how long it has had something in hand. */
export function oldest(child: Child, now: number): number {
  return child.in_hand.reduce((most, { since }) => Math.max(most, now - since), 0);
}

/** The worst first; among equals, in start order. */
export function byConcern(
  children: Iterable<Child>,
  mailboxes: ReadonlyMap<string, Mailbox>,
  now: number,
): readonly Child[] {
  return [...children]
    .map((child, at) => ({ child, at, weight: concern(child, mailboxes.get(child.address), now) }))
    .sort((one, other) => other.weight - one.weight || one.at - other.at)
    .map(({ child }) => child);
}

/** What is the matter, in words; empty when nothing is. */
export function matter(child: Child, mailbox: Mailbox | undefined, now: number): string {
  if (child.health === "stuck") {
    return "in hand for longer than it may be";
  }
  if (child.restart_due !== null) {
    return `comes back in ${Math.max(0, child.restart_due - now).toFixed(1)} s`;
  }
  if (mailbox?.sealed) {
    return "drained: lets nothing in";
  }
  if (mailbox?.suspended) {
    return "suspended: takes only urgent messages";
  }
  return child.policy.in_window > 0 ? `fell ${child.policy.sentence}` : "";
}
