/**
 * Where there is no shared worker: one tab, chosen by a lock, holds the connection and tells the others over a
 * BroadcastChannel. When it goes, the lock makes another one the holder, and all say again what they follow.
 */
import type { FromTab, Line, OpenLine, ToTab } from "./line";
import type { StreamDoors } from "./stream";
import { Switchboard, type Tell } from "./switchboard";
import { live, whenGone } from "./tab-life";

/** What of a BroadcastChannel is used. */
export interface Channel {
  onmessage: ((event: MessageEvent) => void) | null;
  postMessage(message: unknown): void;
  close(): void;
}

type Sent =
  | { readonly kind: "elected" }
  | { readonly kind: "say"; readonly from: string; readonly message: FromTab }
  | { readonly kind: "tell"; readonly to: string; readonly message: ToTab };

const HOLDER = "bazaar-stream-holder";

export function electedLine(channel: Channel, locks: LockManager, life: string, doors: StreamDoors): OpenLine {
  return (hear): Line => {
    const followed = new Set<string>();
    const others = new Map<string, Tell>();
    let board: Switchboard | null = null;
    let isKnownToLive = false;

    const otherTab = (name: string, held: Switchboard): Tell => {
      const known = others.get(name);
      if (known !== undefined) {
        return known;
      }
      const tell: Tell = (message) => channel.postMessage({ kind: "tell", to: name, message } satisfies Sent);
      others.set(name, tell);
      whenGone(locks, name, () => {
        others.delete(name);
        held.lost(tell);
      });
      return tell;
    };
    const say = (message: FromTab): void => {
      if (board !== null) {
        board.hear(hear, message);
      } else if (isKnownToLive) {
        channel.postMessage({ kind: "say", from: life, message } satisfies Sent);
      }
    };
    const sayAgain = () => {
      for (const project of followed) {
        say({ kind: "follow", project });
      }
    };

    channel.onmessage = ({ data }: MessageEvent<Sent>) => {
      if (data.kind === "elected") {
        sayAgain();
      } else if (data.kind === "tell" && data.to === life) {
        hear(data.message);
      } else if (data.kind === "say" && board !== null) {
        board.hear(otherTab(data.from, board), data.message);
      }
    };
    // Before it holds its lock a tab says nothing: the holder, who asks for that lock, would take it for gone.
    const release = live(locks, life, () => {
      isKnownToLive = true;
      if (board === null) {
        sayAgain();
      }
    });
    const resign = live(locks, HOLDER, () => {
      board = new Switchboard(doors);
      channel.postMessage({ kind: "elected" } satisfies Sent);
      sayAgain();
    });
    return {
      say: (message) => {
        if (message.kind !== "network") {
          message.kind === "follow" ? followed.add(message.project) : followed.delete(message.project);
        }
        say(message);
      },
      close: () => {
        board?.close();
        resign();
        release();
        channel.close();
      },
    };
  };
}
