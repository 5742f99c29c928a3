import { describe } from "./value";

/** A number from 0 up to, not including, 1: always the same for the same seed. Use it instead of Math.random(). */
export function random(seed: number | string): number {
  if (typeof seed !== "string" && (typeof seed !== "number" || Number.isNaN(seed))) {
    const found = describe(seed);
    throw new TypeError(
      `the seed of random() is ${found}; give a number or a string, so that a frame always looks the same`,
    );
  }
  let state = (hash(`${typeof seed}:${seed}`) + 0x6d2b79f5) | 0;
  state = Math.imul(state ^ (state >>> 15), state | 1);
  state ^= state + Math.imul(state ^ (state >>> 7), state | 61);
  return ((state ^ (state >>> 14)) >>> 0) / 2 ** 32;
}

// FNV-1a over the seed's text; what stands above is one round of mulberry32. Both are in the public domain.
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return value;
}
