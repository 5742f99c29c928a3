/** Keeps the scenes as the frame plays them true: with their code, as far as it is here. */
import type { PreviewScene } from "@bazaar/preview/protocol";
import { useEffect, useMemo, useReducer, useRef } from "react";
import { loadBundle } from "../api";
import { type PlacedScene, stateOf } from "../scenes/placed-scenes";
import { BundleShelf } from "./bundle-shelf";

export function usePreviewScenes(scenes: readonly PlacedScene[]): readonly PreviewScene[] {
  const shelf = useRef<BundleShelf>(null);
  shelf.current ??= new BundleShelf(loadBundle);
  const shown = useRef(new Map<string, string>());
  const [arrivals, onArrival] = useReducer((count: number) => count + 1, 0);
  const wanted = scenes.flatMap(({ scene }) => scene.bundle ?? []).join(" ");
  useEffect(() => shelf.current?.want(wanted === "" ? [] : wanted.split(" "), onArrival), [wanted]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: an arrival changes what is on the shelf
  const made = useMemo(
    () => scenes.map((placed) => previewScene(placed, shelf.current, shown.current)),
    [scenes, arrivals],
  );
  return useSame(made);
}

const NO_PROPS = {};

/** While a new bundle is on its way, the scene goes on showing the one it had. */
function previewScene(placed: PlacedScene, shelf: BundleShelf | null, shown: Map<string, string>): PreviewScene {
  const { id, name, duration_frames, props, bundle, transition } = placed.scene;
  const code = bundle == null ? null : (shelf?.get(bundle) ?? shown.get(id) ?? null);
  if (code !== null) {
    shown.set(id, code);
  }
  const note = code !== null ? "" : bundle == null ? stateOf(placed).words : "Loading";
  return {
    id,
    name,
    durationFrames: duration_frames,
    props: props ?? NO_PROPS,
    code,
    note,
    transition: transition ?? "cut",
  };
}

/** The earlier list when nothing in it changed, so that the frame is told only of changes. */
function useSame(made: readonly PreviewScene[]): readonly PreviewScene[] {
  const kept = useRef(made);
  if (!isSame(kept.current, made)) {
    kept.current = made;
  }
  return kept.current;
}

function isSame(one: readonly PreviewScene[], other: readonly PreviewScene[]): boolean {
  return one.length === other.length && one.every((scene, index) => isSameScene(scene, other[index]));
}

function isSameScene(one: PreviewScene, other: PreviewScene | undefined): boolean {
  return (
    other !== undefined &&
    one.id === other.id &&
    one.name === other.name &&
    one.durationFrames === other.durationFrames &&
    one.props === other.props &&
    one.code === other.code &&
    one.note === other.note &&
    one.transition === other.transition
  );
}
