/** The bar under the picture: play, scrub, time, and the keys that do the same. */
import type { PreviewHost } from "../host";
import type { PlayState } from "../protocol";
import type { StandaloneVideo } from "./video";

export class Controls {
  readonly #host: PreviewHost;
  readonly #video: StandaloneVideo;
  readonly #total: number;
  readonly #button = element<HTMLButtonElement>("play");
  readonly #scrubber = element<HTMLInputElement>("scrubber");
  #frame = 0;
  #playing = false;

  constructor(host: PreviewHost, video: StandaloneVideo) {
    this.#host = host;
    this.#video = video;
    this.#total = video.scenes.reduce((sum, scene) => sum + scene.durationFrames, 0);
    this.#scrubber.max = String(Math.max(0, this.#total - 1));
    this.#button.addEventListener("click", () => this.#toggle());
    element("screen").addEventListener("click", () => this.#toggle());
    this.#scrubber.addEventListener("input", () => this.#seek(Number(this.#scrubber.value)));
    document.addEventListener("keydown", (event) => this.#onKey(event));
    this.#paint();
  }

  play(): void {
    this.#playing = true;
    this.#host.play();
    this.#paint();
  }

  pause(): void {
    this.#playing = false;
    this.#host.pause();
    this.#paint();
  }

  show(state: PlayState): void {
    if (state.total > 0) {
      this.#frame = state.frame;
      this.#paint();
    }
  }

  #toggle(): void {
    if (this.#playing) {
      this.pause();
    } else {
      this.play();
    }
  }

  #seek(frame: number): void {
    this.#frame = Math.min(Math.max(0, frame), Math.max(0, this.#total - 1));
    this.#host.seek(this.#frame);
    this.#paint();
  }

  #onKey(event: KeyboardEvent): void {
    const step = event.shiftKey ? this.#video.video.fps : 1;
    const keys: Record<string, () => void> = {
      " ": () => this.#toggle(),
      ArrowLeft: () => this.#seek(this.#frame - step),
      ArrowRight: () => this.#seek(this.#frame + step),
      Home: () => this.#seek(0),
      End: () => this.#seek(this.#total - 1),
    };
    const act = keys[event.key];
    if (act !== undefined && !(event.ctrlKey || event.metaKey || event.altKey)) {
      event.preventDefault();
      act();
    }
  }

  #paint(): void {
    const { fps } = this.#video.video;
    const share = this.#total > 1 ? this.#frame / (this.#total - 1) : 0;
    this.#scrubber.value = String(this.#frame);
    this.#scrubber.style.setProperty("--share", `${share * 100}%`);
    this.#scrubber.setAttribute("aria-valuetext", clock(this.#frame / fps));
    this.#button.setAttribute("aria-label", this.#playing ? "Pause" : "Play");
    this.#button.classList.toggle("playing", this.#playing);
    element("time").textContent = `${clock(this.#frame / fps)} / ${clock(this.#total / fps)}`;
    element("scene").textContent = this.#sceneName();
  }

  #sceneName(): string {
    let end = 0;
    for (const [index, scene] of this.#video.scenes.entries()) {
      end += scene.durationFrames;
      if (this.#frame < end) {
        return `${index + 1} of ${this.#video.scenes.length} · ${scene.name}`;
      }
    }
    return "";
  }
}

/** Minutes and seconds with a tenth. */
export function clock(seconds: number): string {
  const tenths = Math.floor(seconds * 10 + 1e-6);
  const rest = String(Math.floor(tenths / 10) % 60).padStart(2, "0");
  return `${Math.floor(tenths / 600)}:${rest}.${tenths % 10}`;
}

function element<Kind extends HTMLElement = HTMLElement>(id: string): Kind {
  return document.getElementById(id) as Kind;
}
