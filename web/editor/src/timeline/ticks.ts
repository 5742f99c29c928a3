/** The marks of the ruler: whole, round times, far enough apart to be read. */

export interface Tick {
  readonly frame: number;
  readonly words: string;
}

const STEPS_S = [0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600] as const;
const APART_PX = 64;

export function ticks(total: number, fps: number, pixelsPerFrame: number): readonly Tick[] {
  const step = STEPS_S.find((seconds) => seconds * fps * pixelsPerFrame >= APART_PX) ?? 600;
  const count = Math.floor(total / fps / step) + 1;
  return Array.from({ length: count }, (_, index) => {
    const seconds = index * step;
    return { frame: Math.round(seconds * fps), words: inWords(seconds, step) };
  });
}

function inWords(seconds: number, step: number): string {
  const rest = seconds % 60;
  const shown = step < 1 ? rest.toFixed(1).padStart(4, "0") : String(Math.round(rest)).padStart(2, "0");
  return `${Math.floor(seconds / 60)}:${shown}`;
}
