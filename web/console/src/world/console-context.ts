/** What every page of the console reads: the store of what the stream said, and the rest of the API. */
import { createContext, useContext, useEffect, useState, useSyncExternalStore } from "react";
import { LIVE, type Reads } from "../api";
import { Store } from "./store";
import type { Part, World } from "./world";

export interface Console {
  readonly store: Store;
  readonly reads: Reads;
  /** Whether anything can be done: nothing in the file of an incident. */
  readonly isLive: boolean;
}

export const ConsoleContext = createContext<Console>({ store: new Store(), reads: LIVE, isLive: true });

export function useConsole(): Console {
  return useContext(ConsoleContext);
}

/** The world; drawn anew once for all that has changed in one of these parts. */
export function useWorld(...parts: readonly Part[]): World {
  const { store } = useConsole();
  useSyncExternalStore(store.watch, () => store.version(parts));
  return store.world;
}

/** The server's time, twice a second. */
export function useNow(): number {
  const { store } = useConsole();
  const [now, setNow] = useState(() => store.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(store.now()), 500);
    return () => clearInterval(timer);
  }, [store]);
  return now;
}
