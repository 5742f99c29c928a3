/** Where playing stands: a frame that follows a clock while playing, and goes round at the end or stops there. */
export class Playhead {
  #frame = 0;
  #total = 0;
  #fps = 30;
  #rate = 1;
  #startedAt: number | null = null;
  loop = true;

  get playing(): boolean {
    return this.#startedAt !== null;
  }

  get total(): number {
    return this.#total;
  }

  /** Takes a new length and speed; the playhead stays, or goes to the last frame there is. */
  resize(total: number, fps: number, nowMs: number): void {
    const frame = this.at(nowMs);
    this.#total = total;
    this.#fps = fps;
    this.seek(frame, nowMs);
  }

  /** So many times as fast as the video is, backwards below zero; from its other end where there is nothing more to play. */
  play(nowMs: number, rate = 1): void {
    this.#frame = this.at(nowMs);
    this.#rate = rate;
    if (!(this.playing || this.loop) && this.#frame === this.#end) {
      this.#frame = rate > 0 ? 0 : Math.max(0, this.#total - 1);
    }
    this.#startedAt = nowMs;
  }

  pause(nowMs: number): void {
    this.#frame = this.at(nowMs);
    this.#startedAt = null;
  }

  seek(frame: number, nowMs: number): void {
    this.#frame = Math.min(Math.max(0, Math.floor(frame)), Math.max(0, this.#total - 1));
    this.#startedAt = this.playing ? nowMs : null;
  }

  at(nowMs: number): number {
    if (this.#startedAt === null || this.#total === 0) {
      return this.#frame;
    }
    // The small part keeps a clock that lands a hair before a frame's time from showing the frame before it.
    const passed = Math.floor(((nowMs - this.#startedAt) / 1_000) * this.#fps * Math.abs(this.#rate) + 1e-6);
    const frame = this.#frame + Math.sign(this.#rate) * passed;
    return this.loop
      ? ((frame % this.#total) + this.#total) % this.#total
      : Math.min(Math.max(0, frame), this.#total - 1);
  }

  /** Whether it plays and there is nothing more to play. */
  isOver(nowMs: number): boolean {
    return this.playing && !this.loop && this.at(nowMs) === this.#end;
  }

  get #end(): number {
    return this.#rate > 0 ? Math.max(0, this.#total - 1) : 0;
  }
}

/** The scene in which a frame of the whole video lies, and the frame counted in that scene. */
export function locate<Scene extends { readonly durationFrames: number }>(
  scenes: readonly Scene[],
  frame: number,
): { scene: Scene; before: Scene | null; frame: number } | null {
  let start = 0;
  let before: Scene | null = null;
  for (const scene of scenes) {
    if (frame < start + scene.durationFrames) {
      return { scene, before, frame: frame - start };
    }
    start += scene.durationFrames;
    before = scene;
  }
  return null;
}
