/** The console over the file of an incident: the same pages, and nothing that can be done. */
import { Problem } from "@bazaar/shared/problem";
import type { Query, Reads } from "../api";
import type { Incident } from "../told/incident";
import type { Console } from "../world/console-context";
import { Store } from "../world/store";
import { actorIn, spanIn } from "./found";

/** The incident in a text. Throws Problem with what is wrong with it. */
export function incidentIn(text: string): Incident {
  const found = parsed(text) as Partial<Incident> | null;
  if (found?.format !== "bazaar-incident") {
    throw new Problem(0, "incident.unreadable", "This is not the file of an incident; the page Incident makes one.");
  }
  if (found.version !== 1) {
    const sentence = `This incident has version ${found.version}, this console reads version 1; open it with the console that made it.`;
    throw new Problem(0, "incident.version", sentence);
  }
  return found as Incident;
}

export function opened(incident: Incident): Console {
  return { store: Store.of(incident), reads: readsOf(incident), isLive: false };
}

function readsOf(incident: Incident): Reads {
  const jobs = incident.jobs.map((detail) => detail.job);
  return {
    actor: async (name) => actorIn(incident, name),
    jobs: async (query) =>
      listed(
        "jobs",
        jobs.filter((job) => fits(job, query, ["kind", "project", "step"]) && among(query["status"], job.status)),
      ),
    job: async (job) => incident.jobs.find((each) => each.job.id === job) ?? missing(`job ${job}`),
    spans: async (query) => ({
      spans: incident.spans.filter((span) => fits(span, query, ["job", "trace", "outcome"])),
    }),
    span: async (span) => spanIn(incident, span),
    transcript: async () => missing("the transcript"),
    events: async (query) => ({
      events: incident.events.filter((event) => fits(event, query, ["project", "type", "job"])),
    }),
    streams: async () => ({ open: [], noted: [], buffer_bytes: 0 }),
    letters: async (query) =>
      listed(
        "letters",
        incident.letters.filter((letter) => fits(letter, query, ["reason", "address", "sender", "job"])),
      ),
    faults: async () => ({ kinds: [], on: [], past: incident.faults }),
    fault: async (id) => incident.faults.find((fault) => fault.id === id) ?? missing(`fault ${id}`),
    sweep: async (id) => missing(`sweep ${id}`),
    health: async () => incident.health,
    actions: async () => ({ actions: incident.actions }),
  };
}

function listed<Name extends string, T>(
  name: Name,
  rows: readonly T[],
): { matched: number } & Record<Name, readonly T[]> {
  return { matched: rows.length, [name]: rows } as { matched: number } & Record<Name, readonly T[]>;
}

function fits(row: object, query: Query, names: readonly string[]): boolean {
  const fields = row as Readonly<Record<string, unknown>>;
  const isAsked = names.every((name) => !query[name] || String(fields[name]).startsWith(query[name]));
  return isAsked && (!query["text"] || JSON.stringify(row).includes(query["text"]));
}

function among(statuses: string | undefined, status: string): boolean {
  return !statuses || statuses.split(",").includes(status);
}

/** Nobody can ask the server any more. */
export function missing(what: string): never {
  throw new Problem(404, "incident.missing", `The file of the incident does not hold ${what}.`);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
