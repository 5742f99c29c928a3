import { useEffect, useState, useSyncExternalStore } from "react";
import { type Known, ProjectStore } from "./project-store";

/** What is known of the project, kept true while the page shows it. */
export function useProject(project: string): Known {
  const [store] = useState(() => new ProjectStore(project));
  useEffect(() => store.follow(), [store]);
  return useSyncExternalStore(store.watch, store.read);
}
