/** The pages of the console, in the order of their keys 1 to 9. */
import type { ReactNode } from "react";
import { ActorPage } from "./actor/actor-page";
import { EventsPage } from "./events/events-page";
import { FaultsPage } from "./faults/faults-page";
import { HealthPage } from "./health/health-page";
import { JobsPage } from "./jobs/jobs-page";
import { LettersPage } from "./letters/letters-page";
import { MessagesPage } from "./messages/messages-page";
import { TreePage } from "./tree/tree-page";
import type { World } from "./world/world";

export interface Page {
  readonly name: string;
  readonly title: string;
  readonly view: () => ReactNode;
  /** How many things there want to be looked at. */
  readonly wants?: (world: World) => number;
}

export const PAGES: readonly Page[] = [
  { name: "tree", title: "Tree", view: TreePage, wants: troubled },
  { name: "actors", title: "Actor", view: ActorPage },
  { name: "messages", title: "Messages", view: MessagesPage },
  { name: "jobs", title: "Jobs", view: JobsPage, wants: (world) => world.now.jobs["failed"] ?? 0 },
  { name: "events", title: "Events", view: EventsPage },
  { name: "letters", title: "Dead letters", view: LettersPage },
  { name: "faults", title: "Faults", view: FaultsPage, wants: (world) => world.now.faults.length },
  { name: "health", title: "Ledger & health", view: HealthPage, wants: unwell },
];

function troubled(world: World): number {
  return [...world.children.values()].filter(({ health }) => health === "stuck" || health === "restarting").length;
}

function unwell(world: World): number {
  return Object.keys(world.now.troubles).length + world.now.abandoned.length + (world.now.total.balance === 0 ? 0 : 1);
}
