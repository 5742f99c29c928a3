/** Where a clip lands that is dragged: among the others, by where its middle is. */
import type { PlacedScene } from "../scenes/placed-scenes";

/** The new place of the scene `moved`, counted from 0, when its middle is at this frame. */
export function placeAt(scenes: readonly PlacedScene[], moved: string, middle: number): number {
  const others = scenes.filter(({ scene }) => scene.id !== moved);
  const place = others.findIndex(({ scene, start }) => middle < start + scene.duration_frames / 2);
  return place === -1 ? others.length : place;
}

/** The scenes with one of them in another place, as they will stand. */
export function moved(scenes: readonly PlacedScene[], id: string, place: number): readonly PlacedScene[] {
  const others = scenes.filter(({ scene }) => scene.id !== id);
  const one = scenes.find(({ scene }) => scene.id === id);
  return one === undefined ? scenes : restarted([...others.slice(0, place), one, ...others.slice(place)]);
}

/** The scenes with one of them of another length, as they will stand. */
export function trimmed(scenes: readonly PlacedScene[], id: string, frames: number): readonly PlacedScene[] {
  return restarted(
    scenes.map((placed) =>
      placed.scene.id === id ? { ...placed, scene: { ...placed.scene, duration_frames: frames } } : placed,
    ),
  );
}

export const LONGEST_FRAMES = 18_000;

export function allowedLength(frames: number): number {
  return Math.min(LONGEST_FRAMES, Math.max(1, Math.round(frames)));
}

function restarted(scenes: readonly PlacedScene[]): readonly PlacedScene[] {
  let start = 0;
  return scenes.map((placed) => {
    const at = { ...placed, start };
    start += placed.scene.duration_frames;
    return at;
  });
}
