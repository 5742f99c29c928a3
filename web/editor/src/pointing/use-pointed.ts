/** Keeps what was pointed at for as long as its scene is there; Escape lets go of it. */
import type { Pointed } from "@bazaar/preview/pointing";
import { useCallback, useEffect, useMemo, useState } from "react";
import type { PlacedScene } from "../scenes/placed-scenes";
import { pointedWords } from "./pointed-words";
import type { Pointing } from "./pointing-context";

export function usePointed(): [Pointed | null, (target: Pointed | null) => void] {
  const [pointed, setPointed] = useState<Pointed | null>(null);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => event.key === "Escape" && setPointed(null);
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);
  return [pointed, setPointed];
}

export function usePointingAt(
  kept: Pointed | null,
  point: (target: Pointed | null) => void,
  scenes: readonly PlacedScene[],
): Pointing {
  const pointed = scenes.some(({ scene }) => scene.id === kept?.scene) ? kept : null;
  const words =
    pointed === null ? "" : pointedWords(pointed, (id) => 1 + scenes.findIndex(({ scene }) => scene.id === id));
  const clear = useCallback(() => point(null), [point]);
  return useMemo(() => ({ pointed, words, clear }), [pointed, words, clear]);
}
