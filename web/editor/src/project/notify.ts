/** Whether the browser tells of work that has ended, as a person chose; kept in this browser. */
import { useSyncExternalStore } from "react";

const KEPT = "bazaar-notify";
const watchers = new Set<() => void>();

export type Telling = "impossible" | "off" | "on";

export function useTelling(): Telling {
  return useSyncExternalStore((notify) => {
    watchers.add(notify);
    return () => watchers.delete(notify);
  }, telling);
}

export function telling(): Telling {
  if (typeof Notification === "undefined" || Notification.permission === "denied") {
    return "impossible";
  }
  return Notification.permission === "granted" && kept() === "on" ? "on" : "off";
}

/** Asks the browser's leave only here, where a person has just asked to be told. */
export async function tell(on: boolean): Promise<void> {
  if (on && Notification.permission === "default") {
    await Notification.requestPermission();
  }
  try {
    localStorage.setItem(KEPT, on ? "on" : "off");
  } catch {
    // A browser that keeps nothing tells as long as it keeps nothing: not at all.
  }
  for (const notify of watchers) {
    notify();
  }
}

function kept(): string | null {
  try {
    return localStorage.getItem(KEPT);
  } catch {
    return null;
  }
}
