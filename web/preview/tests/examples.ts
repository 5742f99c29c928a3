import type { PreviewScene, VideoSettings } from "../src/protocol";

export const VIDEO: VideoSettings = { width: 640, height: 360, fps: 30, background: "#000" };

export function scene(id: string, more: Partial<PreviewScene> = {}): PreviewScene {
  return {
    id,
    name: `Scene ${id}`,
    durationFrames: 30,
    props: {},
    code: `code of ${id}`,
    note: "being written",
    ...more,
  };
}
