/** Settings, scenes, and what can be undone of them. */
import type { About } from "./about";
import type { Scene } from "./generated/events";
import { never } from "./never";
import type { ProjectState } from "./state";

type VideoTold = About<"project"> | About<"scene"> | About<"history"> | About<"asset">;

export function foldVideo(state: ProjectState, told: VideoTold): ProjectState {
  switch (told.type) {
    case "project.updated":
      return { ...state, video: told.video };
    case "project.deleted":
      return { ...state, deleted: true };
    case "project.restored":
      return { ...state, deleted: false };
    case "history.updated":
      return { ...state, history: { undo: told.undo ?? null, redo: told.redo ?? null } };
    case "asset.added":
      return { ...state, assets: [...state.assets.filter((asset) => asset.id !== told.asset.id), told.asset] };
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
