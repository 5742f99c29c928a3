/** A tab holds a lock while it lives; whoever gets that lock knows that the tab is gone, however it went. */

/** Hold a new lock until the page is gone, or the answer is called; `name` is known once it is held. */
export function live(locks: LockManager, name: string, held: () => void): () => void {
  let release: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => {
    release = resolve;
  });
  void locks.request(name, () => {
    held();
    return ended;
  });
  return release;
}

/** Act once the holder of that lock is gone. */
export function whenGone(locks: LockManager, name: string, act: () => void): void {
  void locks.request(name, act);
}
