/** The line of this browser: one connection for all tabs, in the best way it has. */
import { BROWSER_DOORS } from "./browser-doors";
import { electedLine } from "./elected-line";
import type { OpenLine } from "./line";
import { ownLine } from "./own-line";
import { workerLine } from "./worker-line";

export function browserLine(): OpenLine {
  const life = `bazaar-tab-${crypto.randomUUID?.() ?? Math.random()}`;
  if (typeof navigator === "undefined" || navigator.locks === undefined) {
    return ownLine(BROWSER_DOORS); // locks need a secure context: https, or this machine itself
  }
  if (typeof SharedWorker !== "undefined") {
    const worker = new SharedWorker(new URL("./stream-worker.ts", import.meta.url), { type: "module" });
    return workerLine(worker.port, navigator.locks, life);
  }
  return electedLine(new BroadcastChannel("bazaar-stream"), navigator.locks, life, BROWSER_DOORS);
}
