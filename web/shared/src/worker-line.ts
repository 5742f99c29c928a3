/** A tab's line to the shared worker. */
import type { Line, OpenLine } from "./line";
import { live } from "./tab-life";

/** What of a SharedWorker's port is used. */
export interface WorkerPort {
  onmessage: ((event: MessageEvent) => void) | null;
  postMessage(message: unknown): void;
  close(): void;
}

export function workerLine(port: WorkerPort, locks: LockManager, life: string): OpenLine {
  return (hear): Line => {
    port.onmessage = ({ data }) => hear(data);
    const release = live(locks, life, () => port.postMessage({ kind: "hello", life }));
    return {
      say: (message) => port.postMessage(message),
      close: () => {
        release();
        port.onmessage = null;
      },
    };
  };
}
