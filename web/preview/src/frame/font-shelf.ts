/** The fonts of the frame: what a video needs is loaded before it is drawn, and nothing twice. */
import type { FontSource } from "../fonts/face";
import { neededFonts } from "../fonts/needed";
import type { Load } from "../protocol";

/** A font that takes longer than this does not hold the picture back. */
const MOST_WAIT_MS = 5_000;

export class FontShelf {
  readonly #fonts: readonly FontSource[];
  readonly #loaded = new Map<string, Promise<unknown>>();

  /** Takes the fonts that can be loaded here; what a load brings comes on top. */
  constructor(fonts: readonly FontSource[]) {
    this.#fonts = fonts;
  }

  /** Resolves when the fonts of these scenes are there, or will not come in time. */
  async ready({ scenes, fonts = [] }: Load): Promise<void> {
    const text = scenes.map(({ code, name, note, props }) => `${code}${name}${note}${JSON.stringify(props)}`).join("");
    const all = [...neededFonts(this.#fonts, text), ...fonts].map((font) => this.#load(font));
    await Promise.race([Promise.allSettled(all), new Promise((go) => setTimeout(go, MOST_WAIT_MS))]);
  }

  #load(font: FontSource): Promise<unknown> {
    const { family, weight, style, range, url } = font;
    const key = `${family} ${weight} ${style} ${range}`;
    const known =
      this.#loaded.get(key) ?? added(new FontFace(family, `url(${url})`, { weight, style, unicodeRange: range }));
    this.#loaded.set(key, known);
    return known;
  }
}

function added(face: FontFace): Promise<unknown> {
  document.fonts.add(face);
  return face.load();
}
