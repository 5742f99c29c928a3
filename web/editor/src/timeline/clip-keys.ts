import type { KeyboardEvent } from "react";
import type { ClipProps } from "./clip";

/** What a key does to the clip that has the focus, or null when it does nothing to it. */
export function clipActOf(event: KeyboardEvent<HTMLElement>, clip: ClipProps): (() => void) | null {
  const { scene } = clip.placed;
  const { acts, edits } = clip;
  if (event.altKey && (event.key === "ArrowLeft" || event.key === "ArrowRight")) {
    const place = clip.number - 1 + (event.key === "ArrowLeft" ? -1 : 1);
    const isThere = place >= 0 && place < clip.count;
    return () => isThere && acts.keep({ kind: "place", scene: scene.id, place });
  }
  if (event.key === "Delete" || event.key === "Backspace") {
    return () => acts.act(`remove ${scene.id}`, (key) => edits.removeScene(scene.id, key));
  }
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "d") {
    return () => acts.act(`duplicate ${scene.id}`, (key) => edits.duplicateScene(scene.id, key));
  }
  return null;
}
