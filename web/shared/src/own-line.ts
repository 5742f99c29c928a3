/** Where a browser has neither shared workers nor locks: a connection of the tab's own. */
import type { OpenLine } from "./line";
import type { StreamDoors } from "./stream";
import { Switchboard } from "./switchboard";

export function ownLine(doors: StreamDoors): OpenLine {
  return (hear) => {
    const board = new Switchboard(doors);
    return { say: (message) => board.hear(hear, message), close: () => board.close() };
  };
}
