/** Locks of a browser: one holder at a time, the others in the order in which they came. */
export class FakeLocks {
  readonly #waiting = new Map<string, (() => Promise<void> | void)[]>();

  readonly request = (name: string, act: () => Promise<void> | void): Promise<void> => {
    const queue = this.#waiting.get(name) ?? [];
    this.#waiting.set(name, queue);
    queue.push(act);
    if (queue.length === 1) {
      void this.#run(queue);
    }
    return Promise.resolve();
  };

  get manager(): LockManager {
    return this as unknown as LockManager;
  }

  async #run(queue: (() => Promise<void> | void)[]): Promise<void> {
    while (queue[0] !== undefined) {
      await queue[0]();
      queue.shift();
    }
  }
}

/** A BroadcastChannel's members: each hears what the others say. */
export class FakeChannels {
  readonly #members: { onmessage: ((event: MessageEvent) => void) | null }[] = [];

  join() {
    const members = this.#members;
    const member = {
      onmessage: null as ((event: MessageEvent) => void) | null,
      postMessage: (data: unknown) => {
        for (const other of members.filter((one) => one !== member)) {
          other.onmessage?.({ data } as MessageEvent);
        }
      },
      close: () => {
        members.splice(members.indexOf(member), 1);
      },
    };
    members.push(member);
    return member;
  }
}

/** Lets everything that is promised happen. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) {
    await Promise.resolve();
  }
}
