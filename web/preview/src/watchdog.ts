/**
 * Notices that the frame has fallen silent in the middle of drawing.
 *
 * A frame that plays, or that has said "drawing" and not yet "state", must be heard from again within the
 * limit. A hidden page is not watched: its timers and animation frames are held back by the browser.
 */
import type { FromFrame } from "./protocol";

export const SILENCE_LIMIT_MS = 2_000;
const LOOK_EVERY_MS = 250;

export class Watchdog {
  #scene: string | null = null;
  #playing = false;
  #pending = false;
  #heardAt = 0;
  readonly #timer: ReturnType<typeof setInterval>;
  readonly #onSilent: (scene: string) => void;

  constructor(onSilent: (scene: string) => void) {
    this.#onSilent = onSilent;
    this.#timer = setInterval(() => this.#look(), LOOK_EVERY_MS);
  }

  hear(message: FromFrame): void {
    this.#heardAt = performance.now();
    if (message.type === "drawing") {
      this.#scene = message.scene;
      this.#pending = true;
    } else if (message.type === "state") {
      this.#pending = false;
      this.#playing = message.playing;
    }
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #look(): void {
    const now = performance.now();
    if (document.hidden || !(this.#pending || this.#playing)) {
      this.#heardAt = now;
    } else if (this.#scene !== null && now - this.#heardAt > SILENCE_LIMIT_MS) {
      this.stop();
      this.#onSilent(this.#scene);
    }
  }
}
