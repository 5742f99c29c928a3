import { scenesInOrder } from "@bazaar/shared/fold-video";
import type { ProjectState } from "@bazaar/shared/state";
import { useMemo, useRef } from "react";
import { type PlacedScene, placedScenes } from "./placed-scenes";

/** The scenes in their places; the same list for as long as no scene and no job has changed. */
export function usePlacedScenes(state: ProjectState): readonly PlacedScene[] {
  const before = useRef<readonly PlacedScene[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: of the state these are what is read
  return useMemo(() => {
    before.current = placedScenes(scenesInOrder(state), state.jobs, before.current);
    return before.current;
  }, [state.scenes, state.order, state.jobs]);
}
