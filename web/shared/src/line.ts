/** How a tab and whoever holds the browser's one connection speak with each other. */
import type { Heard } from "./fold";
import type { ProjectState } from "./state";
import type { Connection } from "./stream";

/** What a tab says. */
export type FromTab =
  | { readonly kind: "follow"; readonly project: string }
  | { readonly kind: "leave"; readonly project: string }
  | { readonly kind: "network"; readonly online: boolean };

/** What a tab is told: `known` is all there is so far, `heard` what comes after it. */
export type ToTab =
  | { readonly kind: "known"; readonly project: string; readonly state: ProjectState; readonly connection: Connection }
  | { readonly kind: "heard"; readonly project: string; readonly heard: Heard }
  | { readonly kind: "connection"; readonly project: string; readonly connection: Connection };

/** A tab's end of the line. */
export interface Line {
  readonly say: (message: FromTab) => void;
  readonly close: () => void;
}

export type OpenLine = (hear: (message: ToTab) => void) => Line;
