/** The shared worker that holds the browser's one connection; each tab has a port to it. */
import { BROWSER_DOORS } from "./browser-doors";
import type { FromTab } from "./line";
import { Switchboard, type Tell } from "./switchboard";
import { whenGone } from "./tab-life";

/** A tab's first word: the name of the lock that it holds while it lives. */
export interface Hello {
  readonly kind: "hello";
  readonly life: string;
}

const switchboard = new Switchboard(BROWSER_DOORS);

(globalThis as unknown as { onconnect: (event: MessageEvent) => void }).onconnect = (event) => {
  const [port] = event.ports;
  if (port === undefined) {
    return;
  }
  const tell: Tell = (message) => port.postMessage(message);
  port.onmessage = ({ data }: MessageEvent<FromTab | Hello>) => {
    if (data.kind === "hello") {
      whenGone(navigator.locks, data.life, () => switchboard.lost(tell));
    } else {
      switchboard.hear(tell, data);
    }
  };
};
