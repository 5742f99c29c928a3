/** Plays the loaded scenes: hears the parent, draws, and says what it is about to draw before it does. */
import { setAssetRoot } from "@bazaar/motion/host";
import { flushSync } from "react-dom";
import type { Root } from "react-dom/client";
import type { Place } from "../pointing";
import type { FromFrame, Load, PreviewScene, ToFrame, VideoSettings } from "../protocol";
import { arriving } from "./arriving";
import type { FontShelf } from "./font-shelf";
import { hushed } from "./hushed";
import { locate, Playhead } from "./playhead";
import { pointedAt } from "./pointables";
import { type ImportCode, SceneModules } from "./scene-modules";
import { settled } from "./settled";
import { type Picture, Stage } from "./stage";

const SAY_EVERY_MS = 100;
const BEAT_EVERY_MS = 500;

/** The scene of the moment, the frame in it, and the frame of the whole video. */
interface Current {
  readonly video: VideoSettings;
  readonly scene: PreviewScene;
  readonly before: PreviewScene | null;
  readonly frame: number;
  readonly at: number;
}

export class FramePlayer {
  readonly #root: Root;
  readonly #say: (message: FromFrame) => void;
  readonly #playhead = new Playhead();
  readonly #modules: SceneModules;
  readonly #fonts: FontShelf;
  #load: Load | null = null;
  #obeyed: Promise<void> = Promise.resolve();
  #next = 0;
  #drawnScene = "";
  #drawnFrame = -1;
  #saidAt = Number.NEGATIVE_INFINITY;
  #muted = true;
  #told = new Set<string>();

  constructor(root: Root, say: (message: FromFrame) => void, fonts: FontShelf, importCode?: ImportCode) {
    this.#root = root;
    this.#say = say;
    this.#fonts = fonts;
    this.#modules = new SceneModules(importCode);
    window.addEventListener("resize", () => this.#draw());
    setInterval(() => this.#playhead.playing && this.#sayState(), BEAT_EVERY_MS);
  }

  /** Messages are obeyed in order: what follows a load waits until its code is there. */
  hear(message: ToFrame): Promise<void> {
    this.#obeyed = this.#obeyed.then(() => this.#obey(message));
    return this.#obeyed;
  }

  async #obey(message: ToFrame): Promise<void> {
    const now = performance.now();
    switch (message.type) {
      case "load":
        await this.#take(message);
        return;
      case "play":
        this.#playhead.play(now, message.rate);
        this.#goOn();
        break;
      case "manner":
        this.#playhead.seek(this.#playhead.at(now), now);
        this.#playhead.loop = message.loop;
        this.#muted = message.muted;
        break;
      case "point":
        this.#point(message.ask, message.place);
        return;
      case "pause":
        this.#playhead.pause(now);
        break;
      case "seek":
        this.#playhead.seek(message.frame, now);
        break;
      default:
        message satisfies never;
    }
    await this.#draw();
  }

  async #take(message: Load): Promise<void> {
    const load = { ...message, scenes: message.scenes.map((scene) => this.#whole(scene)) };
    const fonts = this.#fonts.ready(load);
    if (load.video.assets !== undefined) {
      setAssetRoot(load.video.assets);
    }
    await this.#modules.load(load.scenes, ({ id }) => this.#announce(id, 0));
    await fonts;
    this.#load = load;
    this.#told = new Set();
    const total = load.scenes.reduce((sum, scene) => sum + scene.durationFrames, 0);
    this.#playhead.resize(total, load.video.fps, performance.now());
    this.#tellImportErrors(load.scenes);
    await this.#draw();
  }

  /** With the code that was told before, where it is not told again. */
  #whole(scene: PreviewScene): PreviewScene {
    const known = scene.isKnown ? this.#load?.scenes.find(({ id }) => id === scene.id) : undefined;
    return known === undefined ? scene : { ...scene, code: known.code };
  }

  #point(ask: number, place: Place): void {
    const current = this.#current();
    const found = current && pointedAt(document, place);
    const target = current && found ? { ...found, scene: current.scene.id, frame: current.frame } : null;
    this.#say({ type: "pointed", ask, target });
  }

  #tellImportErrors(scenes: readonly PreviewScene[]): void {
    for (const scene of scenes) {
      const module = this.#modules.get(scene);
      if (module !== null && "error" in module) {
        this.#tell(scene.id, module.error);
      }
    }
  }

  /** One loop, however often the parent says "play". */
  #goOn(): void {
    cancelAnimationFrame(this.#next);
    this.#next = requestAnimationFrame(() => this.#tick());
  }

  async #tick(): Promise<void> {
    if (this.#playhead.isOver(performance.now())) {
      this.#playhead.pause(performance.now());
      await this.#draw();
    }
    if (this.#playhead.playing && this.#playhead.at(performance.now()) !== this.#drawnFrame) {
      await this.#draw();
    }
    if (this.#playhead.playing) {
      this.#goOn();
    }
  }

  async #draw(): Promise<void> {
    const next = this.#current();
    const due = next !== null && this.#isDue(next.scene.id);
    if (due) {
      await this.#announce(next.scene.id, next.frame);
    }
    const current = this.#current();
    if (current === null) {
      this.#root.render(null);
    } else if (current.scene.id !== next?.scene.id) {
      await this.#draw();
      return;
    } else {
      this.#show(current);
      await (this.#playhead.playing ? undefined : settled(document));
    }
    if (due || current === null) {
      this.#sayState();
    }
  }

  #current(): Current | null {
    const at = this.#playhead.at(performance.now());
    const found = this.#load && locate(this.#load.scenes, at);
    return this.#load && found && { ...found, video: this.#load.video, at };
  }

  /** Says what comes next, and lets go once: a browser sends no message from a task that never ends. */
  async #announce(scene: string, frame: number): Promise<void> {
    this.#say({ type: "drawing", scene, frame });
    await new Promise((resolve) => setTimeout(resolve));
  }

  #show({ video, scene, before, frame, at }: Current): void {
    const picture = this.#picture(video, scene, frame);
    const arrival = before && arriving(scene.transition ?? "cut", frame, scene.durationFrames, video.fps);
    const leaving = arrival && { arrival, picture: this.#picture(video, before, before.durationFrames - 1) };
    const size = { width: window.innerWidth, height: window.innerHeight };
    flushSync(() => this.#root.render(<Stage picture={picture} leaving={leaving} window={size} />));
    hushed(this.#muted);
    this.#drawnScene = scene.id;
    this.#drawnFrame = at;
  }

  #picture(video: VideoSettings, scene: PreviewScene, frame: number): Picture {
    const onError = (message: string) => this.#tell(scene.id, message);
    return { video, scene, module: this.#modules.get(scene), frame, playing: this.#playhead.playing, onError };
  }

  /** While playing only now and then; always for another scene, and for what the parent asked. */
  #isDue(scene: string): boolean {
    const now = performance.now();
    return !this.#playhead.playing || scene !== this.#drawnScene || now - this.#saidAt >= SAY_EVERY_MS;
  }

  #sayState(): void {
    const now = performance.now();
    this.#saidAt = now;
    const { playing, total } = this.#playhead;
    this.#say({ type: "state", frame: this.#playhead.at(now), playing, total });
  }

  #tell(scene: string, message: string): void {
    const key = `${scene}\n${message}`;
    if (!this.#told.has(key)) {
      this.#told.add(key);
      this.#say({ type: "sceneError", scene, message });
    }
  }
}
