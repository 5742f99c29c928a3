/** The page that `make` writes: shows the video that lies in it. Its code runs only in the sandboxed frame. */
import { PreviewHost } from "../host";
import type { PlayState } from "../protocol";
import { Controls } from "./controls";
import { readVideo, type StandaloneVideo } from "./video";

declare const FRAME_HTML: string;

function main(): void {
  try {
    show(readVideo(document.getElementById("video")?.textContent ?? ""));
  } catch (error) {
    element("title").textContent = "This page holds no video";
    element("screen").textContent = error instanceof Error ? error.message : String(error);
    document.body.classList.add("empty");
  }
}

function show(video: StandaloneVideo): void {
  document.title = video.title;
  element("title").textContent = video.title;
  element("screen").style.setProperty("--ratio", String(video.video.width / video.video.height));
  const controls: { current: Controls | null } = { current: null };
  const host = new PreviewHost(
    element("screen"),
    { srcdoc: FRAME_HTML },
    {
      onState: (state: PlayState) => controls.current?.show(state),
      onFrozen: () => controls.current?.pause(),
    },
  );
  controls.current = new Controls(host, video);
  host.load(video.video, video.scenes, video.fonts);
  controls.current.play();
}

function element(id: string): HTMLElement {
  return document.getElementById(id) as HTMLElement;
}

main();
