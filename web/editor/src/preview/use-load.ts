/** Keeps the frame told of the video: of the first change at once, of those that follow soon after it together. */
import type { PreviewHost } from "@bazaar/preview/host";
import type { PreviewScene, VideoSettings } from "@bazaar/preview/protocol";
import { useEffect, useRef } from "react";

const TELL_EVERY_MS = 100;

export function useLoad(
  host: PreviewHost | null,
  { width, height, fps, background }: VideoSettings,
  scenes: readonly PreviewScene[],
  assets: string,
): void {
  const due = useRef(0);
  useEffect(() => {
    const tell = () => {
      due.current = performance.now() + TELL_EVERY_MS;
      host?.load({ width, height, fps, background, ...(assets === "" ? {} : { assets }) }, scenes);
    };
    const left = due.current - performance.now();
    if (left <= 0) {
      tell();
      return undefined;
    }
    const timer = setTimeout(tell, left);
    return () => clearTimeout(timer);
  }, [host, width, height, fps, background, assets, scenes]);
}
