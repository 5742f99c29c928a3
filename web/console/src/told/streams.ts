/** Who listens to the editor's event streams. */

export interface OpenStream {
  readonly stream: string;
  readonly project: string;
  readonly job: string | null;
  readonly last_event_id: string;
  readonly lag: number;
  readonly state: "live" | "behind" | "stalled";
  readonly unsent_bytes: number;
  readonly connected_at: string;
}

export interface PastStream {
  readonly stream: string;
  readonly project: string;
  readonly last_event_id: string;
  readonly lag: number;
  readonly connected_at: string;
  readonly seen_at: string;
}

export interface StreamList {
  readonly open: readonly OpenStream[];
  readonly noted: readonly PastStream[];
  /** The most that a client may leave unread. */
  readonly buffer_bytes: number;
}
