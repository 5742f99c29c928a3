import { useCallback, useEffect, useState, useSyncExternalStore } from "react";
import { type Known, ProjectStore } from "./project-store";

export interface Followed extends Known {
  /** Open the line anew: what was refused may be there now. */
  readonly refollow: () => void;
}

/** What is known of the project, kept true while the page shows it. */
export function useProject(project: string): Followed {
  const [store, setStore] = useState(() => new ProjectStore(project));
  useEffect(() => store.follow(), [store]);
  const refollow = useCallback(() => setStore(new ProjectStore(project)), [project]);
  return { ...useSyncExternalStore(store.watch, store.read), refollow };
}
