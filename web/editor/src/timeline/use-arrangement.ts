/**
 * The scenes as the person has just put them: at once while they drag, and until the server has told of it.
 *
 * What the server refuses falls back to what is stored, and says why.
 */

import { useAsking } from "@bazaar/shared/use-asking";
import { useMemo, useState } from "react";
import type { Edits } from "../api";
import type { PlacedScene } from "../scenes/placed-scenes";
import { useLatest } from "../use-latest";
import { allowedLength, moved, placeAt, trimmed } from "./moving";

type Wish =
  | { readonly kind: "place"; readonly scene: string; readonly place: number }
  | { readonly kind: "length"; readonly scene: string; readonly frames: number };

export interface Arrangement {
  readonly scenes: readonly PlacedScene[];
  readonly failure: string | null;
  /** The scene that is being moved or trimmed. */
  readonly held: string | null;
  readonly acts: Arranging;
}

/** What a clip does; the same from one drawing to the next, so that clips need not be drawn anew. */
export type Arranging = {
  readonly show: (wish: Wish | null) => void;
  readonly keep: (wish: Wish) => void;
  readonly act: (wish: string, act: (key: string) => Promise<void>) => void;
  /** The place that a scene has when its middle is at a frame. */
  readonly placeAt: (scene: string, middle: number) => number;
};

export function useArrangement(stored: readonly PlacedScene[], edits: Edits): Arrangement {
  const [wish, setWish] = useState<Wish | null>(null);
  const asking = useAsking();
  const wanted = wish !== null && !isFulfilled(stored, wish) ? wish : null;
  const keep = (next: Wish) => {
    setWish(next);
    if (!isFulfilled(stored, next)) {
      void asking
        .ask(JSON.stringify(next), (key) => edits.scene(next.scene, editOf(next), key))
        .then((done) => done || setWish(null));
    }
  };
  const scenes = useMemo(() => (wanted === null ? stored : arranged(stored, wanted)), [stored, wanted]);
  const acts = useLatest<Arranging>({
    show: setWish,
    keep,
    act: (what, act) => void asking.ask(what, act),
    placeAt: (scene, middle) => placeAt(scenes, scene, middle),
  });
  return { scenes, failure: asking.failure, held: wanted?.scene ?? null, acts };
}

function arranged(scenes: readonly PlacedScene[], wish: Wish): readonly PlacedScene[] {
  return wish.kind === "place" ? moved(scenes, wish.scene, wish.place) : trimmed(scenes, wish.scene, wish.frames);
}

function editOf(wish: Wish) {
  return wish.kind === "place" ? { position: wish.place } : { duration_frames: allowedLength(wish.frames) };
}

function isFulfilled(scenes: readonly PlacedScene[], wish: Wish): boolean {
  const place = scenes.findIndex(({ scene }) => scene.id === wish.scene);
  const found = scenes[place];
  return (
    found === undefined || (wish.kind === "place" ? place === wish.place : found.scene.duration_frames === wish.frames)
  );
}
