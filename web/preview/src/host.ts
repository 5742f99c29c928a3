/**
 * The parent's side of the preview: mounts the sandboxed frame, speaks to it, and replaces it when it freezes.
 *
 * What the frame knows is derived from what is kept here, so that a replaced frame goes on where the old one
 * was. A scene that froze stays disabled until it comes with other code.
 */
import type { Place, Pointed } from "./pointing";
import { type FromFrame, type Load, type Manner, type PlayState, readFromFrame, type ToFrame } from "./protocol";
import { Watchdog } from "./watchdog";

/** The frame page: its address, or its whole HTML. */
export type PreviewPage = { readonly src: string } | { readonly srcdoc: string };

export interface PreviewListeners {
  readonly onReady?: () => void;
  readonly onState?: (state: PlayState) => void;
  readonly onDrawing?: (scene: string, frame: number) => void;
  readonly onSceneError?: (scene: string, message: string) => void;
  /** What lies where the last `point` asked; null where nothing does. */
  readonly onPointed?: (target: Pointed | null) => void;
  /** The scene did not let go for two seconds; the frame was replaced and the scene is disabled. */
  readonly onFrozen?: (scene: string) => void;
}

export const FROZEN_NOTE = "This scene stopped responding and was switched off.";

export class PreviewHost {
  readonly #container: HTMLElement;
  readonly #page: PreviewPage;
  readonly #listeners: PreviewListeners;
  readonly #frozenCode = new Map<string, string>();
  #iframe: HTMLIFrameElement;
  #watchdog: Watchdog;
  /** The code that the frame of now was told, by scene: a large video is not told anew for a small change. */
  #told = new Map<string, string | null>();
  #ready = false;
  #load: Load | null = null;
  #frame = 0;
  #playing = false;
  #rate = 1;
  #manner: Omit<Manner, "type"> = { loop: true, muted: true };
  #asked = 0;

  constructor(container: HTMLElement, page: PreviewPage, listeners: PreviewListeners = {}) {
    this.#container = container;
    this.#page = page;
    this.#listeners = listeners;
    window.addEventListener("message", this.#onMessage);
    this.#iframe = this.#mount();
    this.#watchdog = this.#watch();
  }

  /** Fonts are for a page that can load none by itself. */
  load(video: Load["video"], scenes: Load["scenes"], fonts: Load["fonts"] = []): void {
    this.#load = { type: "load", video, scenes, ...(fonts.length > 0 ? { fonts } : {}) };
    this.#sendLoad();
  }

  /** So many times as fast as the video is, backwards below zero. */
  play(rate = 1): void {
    this.#playing = true;
    this.#rate = rate;
    this.#send({ type: "play", rate });
  }

  pause(): void {
    this.#playing = false;
    this.#send({ type: "pause" });
  }

  /** Goes to a frame, counted over all scenes. */
  seek(frame: number): void {
    this.#frame = Math.max(0, Math.round(frame));
    this.#send({ type: "seek", frame: this.#frame });
  }

  /** How it plays from now on. */
  set manner(manner: Omit<Manner, "type">) {
    this.#manner = manner;
    this.#send({ type: "manner", ...manner });
  }

  /** Asks what lies at a place of the picture; only the last question is answered. */
  point(place: Place): void {
    this.#asked += 1;
    this.#send({ type: "point", ask: this.#asked, place });
  }

  dispose(): void {
    window.removeEventListener("message", this.#onMessage);
    this.#watchdog.stop();
    this.#iframe.remove();
  }

  #mount(): HTMLIFrameElement {
    const iframe = document.createElement("iframe");
    iframe.setAttribute("sandbox", "allow-scripts");
    iframe.title = "preview";
    iframe.tabIndex = -1; // Nothing in it takes the keyboard: Tab would lose its way in another process and back.
    // Under another colour scheme than the page inside has, a browser paints the frame white.
    iframe.style.cssText = "display:block;width:100%;height:100%;border:0;color-scheme:light";
    if ("src" in this.#page) {
      iframe.src = this.#page.src;
    } else {
      iframe.srcdoc = this.#page.srcdoc;
    }
    this.#container.append(iframe);
    return iframe;
  }

  #watch(): Watchdog {
    return new Watchdog((scene) => this.#replaceFrozen(scene));
  }

  #replaceFrozen(scene: string): void {
    const code = this.#load?.scenes.find((each) => each.id === scene)?.code;
    if (code != null) {
      this.#frozenCode.set(scene, code);
    }
    this.#iframe.remove();
    this.#ready = false;
    this.#iframe = this.#mount();
    this.#watchdog = this.#watch();
    this.#listeners.onFrozen?.(scene);
  }

  readonly #onMessage = (event: MessageEvent): void => {
    // The frame's origin is opaque ("null"), so that its window is the only thing that tells it apart.
    const message = event.source === this.#iframe.contentWindow ? readFromFrame(event.data) : null;
    if (message !== null) {
      this.#watchdog.hear(message);
      this.#hear(message);
    }
  };

  #hear(message: FromFrame): void {
    switch (message.type) {
      case "ready":
        this.#greet();
        return;
      case "state":
        this.#keep(message);
        return;
      case "drawing":
        this.#listeners.onDrawing?.(message.scene, message.frame);
        return;
      case "pointed":
        if (message.ask === this.#asked) {
          this.#listeners.onPointed?.(message.target);
        }
        return;
      case "sceneError":
        this.#listeners.onSceneError?.(message.scene, message.message);
        return;
      default:
        message satisfies never;
    }
  }

  #greet(): void {
    this.#ready = true;
    this.#told = new Map();
    this.#sendLoad();
    this.#send({ type: "manner", ...this.#manner });
    this.#send({ type: "seek", frame: this.#frame });
    if (this.#playing) {
      this.#send({ type: "play", rate: this.#rate });
    }
    this.#listeners.onReady?.();
  }

  #keep(state: PlayState): void {
    if (state.total > 0) {
      this.#frame = state.frame;
    }
    this.#listeners.onState?.(state);
  }

  #sendLoad(): void {
    if (this.#load === null || !this.#ready) {
      return;
    }
    const scenes = this.#load.scenes.map((scene) =>
      scene.code !== null && this.#frozenCode.get(scene.id) === scene.code
        ? { ...scene, code: null, note: FROZEN_NOTE }
        : scene,
    );
    const news = scenes.map((scene) =>
      scene.code !== null && this.#told.get(scene.id) === scene.code ? { ...scene, code: null, isKnown: true } : scene,
    );
    this.#told = new Map(scenes.map(({ id, code }) => [id, code]));
    this.#send({ ...this.#load, scenes: news });
  }

  #send(message: ToFrame): void {
    if (this.#ready) {
      this.#iframe.contentWindow?.postMessage(message, "*");
    }
  }
}
