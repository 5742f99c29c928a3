import type { FontSource, PickedFonts } from "../fonts/face";
import { type PreviewScene, readToFrame, type VideoSettings } from "../protocol";

export interface StandaloneVideo {
  readonly title: string;
  readonly video: VideoSettings;
  readonly scenes: readonly PreviewScene[];
  readonly fonts: readonly FontSource[];
}

/** Reads the JSON {title, video, scenes, fonts} of the page; a page without fonts does without. Throws an Error that says what is wrong with it. */
export function readVideo(text: string): StandaloneVideo {
  const found = parse(text);
  const scenes = Array.isArray(found["scenes"]) ? found["scenes"].map((scene) => ({ note: "", ...scene })) : null;
  const load = readToFrame({ type: "load", video: found["video"], scenes, fonts: fontsIn(found["fonts"]) });
  if (load?.type !== "load" || typeof found["title"] !== "string") {
    throw new Error("the data in this page is not a video; make it again");
  }
  return { title: found["title"], video: load.video, scenes: load.scenes, fonts: load.fonts ?? [] };
}

/** The faces, each with its file in the place of its address. */
function fontsIn(found: unknown): FontSource[] {
  const { faces = [], files = {} } = Object(found) as Partial<PickedFonts>;
  return faces.map((face) => ({ ...face, url: `${files[face.url]}` }));
}

function parse(text: string): Record<string, unknown> {
  try {
    return Object(JSON.parse(text)) as Record<string, unknown>;
  } catch {
    throw new Error("the data in this page cannot be read; make it again");
  }
}
