/**
 * Holds the one connection of a browser and tells every tab what it follows.
 *
 * Keeps what is known of each project, so that a tab that opens in the middle sees it at once, the text that is being
 * written included.
 */
import { fold } from "./fold";
import type { FromTab, ToTab } from "./line";
import { EMPTY, type ProjectState } from "./state";
import { type Connection, EventStream, type StreamDoors } from "./stream";

export type Tell = (message: ToTab) => void;

interface Followed {
  state: ProjectState;
  connection: Connection;
  readonly tabs: Set<Tell>;
}

export class Switchboard {
  readonly #followed = new Map<string, Followed>();
  readonly #stream: EventStream;
  #online = true;

  constructor(doors: StreamDoors) {
    this.#stream = new EventStream(
      {
        onHeard: (project, heard) => {
          const followed = this.#followed.get(project);
          if (followed !== undefined) {
            followed.state = fold(followed.state, heard);
            this.#tell(project, { kind: "heard", project, heard });
          }
        },
        onConnection: (project, connection) => {
          const followed = this.#followed.get(project);
          if (followed !== undefined) {
            followed.connection = connection;
            this.#tell(project, { kind: "connection", project, connection });
          }
        },
      },
      doors,
    );
  }

  /** What a tab says; `tell` is how it hears, and who it is. */
  hear(tell: Tell, message: FromTab): void {
    switch (message.kind) {
      case "follow":
        this.#follow(tell, message.project);
        return;
      case "leave":
        this.#leave(tell, message.project);
        return;
      case "network":
        this.#hearOfNetwork(message.online);
    }
  }

  /** A tab is gone, whatever it followed. */
  lost(tell: Tell): void {
    for (const project of [...this.#followed.keys()]) {
      this.#leave(tell, project);
    }
  }

  close(): void {
    this.#followed.clear();
    this.#stream.close();
  }

  /** Every tab says it; the first one counts. */
  #hearOfNetwork(online: boolean): void {
    if (online !== this.#online) {
      this.#online = online;
      online ? this.#stream.cameOnline() : this.#stream.wentOffline();
    }
  }

  #follow(tell: Tell, project: string): void {
    const followed = this.#followed.get(project) ?? { state: EMPTY, connection: "connecting", tabs: new Set<Tell>() };
    this.#followed.set(project, followed);
    this.#stream.follow(project);
    followed.tabs.add(tell);
    tell({ kind: "known", project, state: followed.state, connection: followed.connection });
  }

  #leave(tell: Tell, project: string): void {
    const followed = this.#followed.get(project);
    if (followed?.tabs.delete(tell) && followed.tabs.size === 0) {
      this.#followed.delete(project);
      this.#stream.leave(project);
    }
  }

  #tell(project: string, message: ToTab): void {
    for (const tell of this.#followed.get(project)?.tabs ?? []) {
      tell(message);
    }
  }
}
