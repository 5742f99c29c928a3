/** The last messages that went through the actors, by their number; what is in hand is replaced when it has ended. */
import type { Span } from "../told/actors";

const KEPT = 5_000;

export class SpanLog {
  readonly #spans = new Map<number, Span>();

  get size(): number {
    return this.#spans.size;
  }

  /** The newest last. */
  all(): Span[] {
    return [...this.#spans.values()];
  }

  take(spans: readonly Span[]): void {
    for (const span of spans) {
      this.#spans.set(span.span, span);
    }
    for (const oldest of this.#spans.keys()) {
      if (this.#spans.size <= KEPT) {
        break;
      }
      this.#spans.delete(oldest);
    }
  }

  clear(): void {
    this.#spans.clear();
  }
}
