/** How each scene of a plan stands: the lines of its checklist. */
import type { PlanView } from "@bazaar/shared/events";
import type { ProjectState } from "@bazaar/shared/state";
import { newestOfScene, type PlacedScene, stateOf } from "../scenes/placed-scenes";

export interface PlannedScene {
  readonly id: string;
  readonly name: string;
  /** `ready` once something of it is to be seen and nothing is under way. */
  readonly kind: string;
  readonly words: string;
}

export function plannedScenes(plan: PlanView, state: ProjectState): readonly PlannedScene[] {
  const newest = newestOfScene(Object.values(state.jobs));
  return plan.scenes.map((id) => {
    const scene = state.scenes[id];
    if (scene === undefined) {
      return { id, name: "Removed scene", kind: "gone", words: "Taken out" };
    }
    const placed: PlacedScene = { scene, start: 0, job: newest.get(id) ?? null };
    return { id, name: scene.name, ...stateOf(placed) };
  });
}
