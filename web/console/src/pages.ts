/** The pages of the console, in the order of their keys 1 to 9. */
import type { ReactNode } from "react";
import { ActorPage } from "./actor/actor-page";
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
];

function troubled(world: World): number {
  return [...world.children.values()].filter(({ health }) => health === "stuck" || health === "restarting").length;
}
