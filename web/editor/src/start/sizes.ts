import type { Size } from "../api";

export interface SizePreset extends Size {
  readonly name: string;
  readonly ratio: string;
}

export const LANDSCAPE: SizePreset = { name: "Landscape", ratio: "16:9", width: 1280, height: 720 };

export const SIZES: readonly SizePreset[] = [
  LANDSCAPE,
  { name: "Vertical", ratio: "9:16", width: 720, height: 1280 },
  { name: "Square", ratio: "1:1", width: 1080, height: 1080 },
];
