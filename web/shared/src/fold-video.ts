/** Settings and scenes. */
import type { About } from "./about";
import type { Scene } from "./generated/events";
import { never } from "./never";
import type { ProjectState } from "./state";

export function foldVideo(state: ProjectState, told: About<"project"> | About<"scene">): ProjectState {
  switch (told.type) {
    case "project.updated":
      return { ...state, video: told.video };
    case "scene.added":
      return { ...withScene(state, told.scene), order: told.order };
    case "scene.updated":
      return withScene(state, told.scene);
    case "scene.removed":
      return { ...state, scenes: without(state.scenes, told.scene_id), order: told.order };
    case "scene.moved":
      return { ...state, order: told.order };
    default:
      return never(told);
  }
}

/** The scenes in the order in which they play. */
export function scenesInOrder(state: ProjectState): readonly Scene[] {
  return state.order.flatMap((id) => state.scenes[id] ?? []);
}

function withScene(state: ProjectState, scene: Scene): ProjectState {
  return { ...state, scenes: { ...state.scenes, [scene.id]: scene } };
}

function without(scenes: ProjectState["scenes"], id: string): ProjectState["scenes"] {
  return Object.fromEntries(Object.entries(scenes).filter(([known]) => known !== id));
}
