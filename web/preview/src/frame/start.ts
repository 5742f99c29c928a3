/** Starts the frame page: shuts what a content security policy leaves open, then listens to the parent. */
import { createRoot } from "react-dom/client";
import type { FontSource } from "../fonts/face";
import { readToFrame } from "../protocol";
import { FontShelf } from "./font-shelf";
import { FramePlayer } from "./player";

/** With the fonts that it can load by itself. */
export function start(fonts: readonly FontSource[]): void {
  seal();
  const { parent } = window;
  const root = createRoot(document.getElementById("stage") as HTMLElement, {
    onCaughtError: () => undefined,
  });
  const player = new FramePlayer(root, (message) => parent.postMessage(message, "*"), new FontShelf(fonts));
  window.addEventListener("message", (event) => {
    const message = event.source === parent ? readToFrame(event.data) : null;
    if (message !== null) {
      void player.hear(message);
    }
  });
  parent.postMessage({ type: "ready" }, "*");
}

/** Peer connections reach the network and no content security policy holds them back. */
function seal(): void {
  for (const name of ["RTCPeerConnection", "webkitRTCPeerConnection", "RTCDataChannel"]) {
    Reflect.deleteProperty(globalThis, name);
  }
}
