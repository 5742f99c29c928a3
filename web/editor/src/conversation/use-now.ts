/** The time, told anew every second. */
import { useSyncExternalStore } from "react";

const watchers = new Set<() => void>();
let now = Date.now();
let timer: ReturnType<typeof setInterval> | undefined;

export function useNow(): number {
  return useSyncExternalStore(watch, () => now);
}

/** One timer for all who look at the clock, and none while nobody does. */
function watch(notify: () => void): () => void {
  if (watchers.size === 0) {
    tick();
    timer = setInterval(tick, 1000);
  }
  watchers.add(notify);
  return () => {
    watchers.delete(notify);
    if (watchers.size === 0) {
      clearInterval(timer);
    }
  };
}

function tick(): void {
  now = Date.now();
  for (const notify of watchers) {
    notify();
  }
}
