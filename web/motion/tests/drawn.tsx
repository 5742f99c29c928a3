/** Draws elements at one frame of a small video, as a host would, to HTML. */
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { VideoProvider } from "../src/host";

export const VIDEO = { id: "test", width: 640, height: 360, fps: 30, durationInFrames: 90, props: {} };

export function drawn(frame: number, children: ReactNode, video: Partial<typeof VIDEO> = {}): string {
  return renderToStaticMarkup(
    <VideoProvider video={{ ...VIDEO, ...video }} frame={frame}>
      {children}
    </VideoProvider>,
  );
}
