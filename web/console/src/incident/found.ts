/** What the server would have answered about one actor or one message, found in the file of an incident. */
import type { SpanDetail } from "../api";
import type { Actor, Span } from "../told/actors";
import type { Incident } from "../told/incident";
import { missing } from "./opened";

const MESSAGES = 50;

export function actorIn(incident: Incident, name: string): Actor {
  const child = incident.snapshot.children.find((each) => each.name === name) ?? missing(`the actor ${name}`);
  const state = incident.states[name] ?? { fields: {}, at: incident.at, source: "none", stack: "" };
  return {
    child,
    mailbox: incident.snapshot.mailboxes[child.address] ?? missing(`the mailbox ${child.address}`),
    state,
    stack: state.stack,
    messages: incident.spans.filter((span) => span.child === name).slice(0, MESSAGES),
    history: incident.decisions
      .filter((decision) => decision.child === name)
      .map((decision) => ({
        decision,
        failures: incident.failures.filter(
          (failure) => failure.child === name && failure.incarnation === decision.incarnation,
        ),
      })),
  };
}

export function spanIn(incident: Incident, number: number): SpanDetail {
  const span = incident.spans.find((each) => each.span === number) ?? missing(`message ${number}`);
  const isOfLife = (one: { child: string; incarnation: number }) =>
    one.child === span.child && one.incarnation === span.incarnation;
  return {
    span,
    ancestors: ancestorsOf(span, new Map(incident.spans.map((each) => [each.span, each]))),
    children: incident.spans.filter((each) => each.parent === number),
    failures: incident.failures.filter(isOfLife),
    decisions: incident.decisions.filter(isOfLife),
    calls: incident.jobs.find((detail) => detail.job.id === span.job)?.calls ?? [],
  };
}

/** The nearest first. */
function ancestorsOf(span: Span, known: ReadonlyMap<number, Span>): readonly Span[] {
  const above: Span[] = [];
  let at = span.parent === null ? undefined : known.get(span.parent);
  while (at !== undefined && !above.includes(at)) {
    above.push(at);
    at = at.parent === null ? undefined : known.get(at.parent);
  }
  return above;
}
