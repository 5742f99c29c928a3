import { type PreviewScene, readToFrame, type VideoSettings } from "../protocol";

export interface StandaloneVideo {
  readonly title: string;
  readonly video: VideoSettings;
  readonly scenes: readonly PreviewScene[];
}

/** Reads the JSON {title, video, scenes} of the page. Throws an Error that says what is wrong with it. */
export function readVideo(text: string): StandaloneVideo {
  const found = parse(text);
  const scenes = Array.isArray(found["scenes"]) ? found["scenes"].map((scene) => ({ note: "", ...scene })) : null;
  const load = readToFrame({ type: "load", video: found["video"], scenes });
  if (load?.type !== "load" || typeof found["title"] !== "string") {
    throw new Error("the data in this page is not a video; make it again");
  }
  return { title: found["title"], video: load.video, scenes: load.scenes };
}

function parse(text: string): Record<string, unknown> {
  try {
    return Object(JSON.parse(text)) as Record<string, unknown>;
  } catch {
    throw new Error("the data in this page cannot be read; make it again");
  }
}
