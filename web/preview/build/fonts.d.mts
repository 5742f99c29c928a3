import type { FontSource } from "../src/fonts/face";

export function fontFaces(): FontSource[];
export function buildFonts(dist: string): Promise<void>;
