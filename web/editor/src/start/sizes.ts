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
  { name: "Portrait", ratio: "4:5", width: 1080, height: 1350 },
];

export const RATES: readonly number[] = [24, 25, 30, 50, 60];

export const SHORTEST_SIDE = 16;
export const LONGEST_SIDE = 3840;
