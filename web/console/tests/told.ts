/** What a server might tell, each as it is when nothing is the matter. */
import type { Child, Ledger, Mailbox, Span } from "../src/told/actors";
import type { Snapshot } from "../src/told/stream";

export const LEDGER: Ledger = {
  sent: 0,
  handled: 0,
  failed: 0,
  dead: 0,
  refused: 0,
  waiting: 0,
  in_hand: 0,
  balance: 0,
};

export function child(name: string, changed: Partial<Child> = {}): Child {
  const policy = {
    restart: "permanent",
    intensity: 5,
    window_s: 30,
    max_consecutive: 10,
    in_window: 0,
    consecutive: 0,
    sentence: "0 of 5 in 30 s",
  };
  return {
    name,
    address: name,
    state: "running",
    health: "idle",
    incarnation: 1,
    restarts: 0,
    in_hand: [],
    waits_for: [],
    limit_s: 60,
    restart_due: null,
    policy,
    ...changed,
  };
}

export function mailbox(address: string, waiting = 0, changed: Partial<Mailbox> = {}): Mailbox {
  return {
    address,
    ledger: { ...LEDGER, sent: waiting, waiting },
    capacity: 1000,
    overflow: "block",
    suspended: false,
    sealed: false,
    late_results: 0,
    waiting: [],
    ...changed,
  };
}

export function snapshot(changed: Partial<Snapshot> = {}): Snapshot {
  return {
    at: 1_000,
    boot: "b1",
    up: true,
    tracing: true,
    children: [child("journal"), child("llm")],
    mailboxes: { journal: mailbox("journal"), llm: mailbox("llm", 3) },
    waits: [],
    abandoned: [],
    total: LEDGER,
    dead_letters: {},
    stale_ticks: 0,
    faults: [],
    troubles: {},
    jobs: {},
    streams: 0,
    ...changed,
  };
}

export function span(number: number, changed: Partial<Span> = {}): Span {
  return {
    span: number,
    parent: null,
    trace: "t1",
    label: "Perform",
    job: null,
    attempt: 1,
    sender: null,
    address: "llm",
    child: "llm",
    incarnation: 1,
    sent_at: 1_000 + number,
    taken_at: 1_000 + number,
    ended_at: 1_001 + number,
    outcome: "handled",
    ...changed,
  };
}
