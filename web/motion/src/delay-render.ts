/** delayRender: a still waits for what a component loads, until it is continued. */
import { describe } from "./value";

let issued = 0;
const open = new Map<number, string>();
const waiting = new Set<() => void>();

export interface DelayRenderOptions {
  /** Without effect. */
  readonly timeoutInMilliseconds?: number;
  /** Without effect. */
  readonly retries?: number;
}

/** Asks whoever takes a still to wait; give the handle to continueRender(). Rarely of use: there are no effects to wait in. */
export function delayRender(label = "", _options: DelayRenderOptions = {}): number {
  issued += 1;
  open.set(issued, `${label}`);
  return issued;
}

/** Ends what delayRender() began. */
export function continueRender(handle: number): void {
  if (typeof handle !== "number") {
    throw new TypeError(`continueRender() was given ${describe(handle)}; give what delayRender() returned`);
  }
  open.delete(handle);
  if (open.size === 0) {
    for (const go of waiting) {
      go();
    }
    waiting.clear();
  }
}

/** Says that what was waited for will not come; throws it. */
export function cancelRender(error: unknown): never {
  throw error instanceof Error ? error : new Error(`${error}`);
}

interface DelayRender {
  readonly delayRender: typeof delayRender;
  readonly continueRender: typeof continueRender;
  readonly cancelRender: typeof cancelRender;
}

const ALL: DelayRender = { delayRender, continueRender, cancelRender };

/** {delayRender, continueRender, cancelRender} as a hook. */
export function useDelayRender(): DelayRender {
  return ALL;
}

/** For the host: resolves when nothing is delayed. */
export function whenContinued(): Promise<void> {
  return open.size === 0 ? Promise.resolve() : new Promise((go) => waiting.add(go));
}
