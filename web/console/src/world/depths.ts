/** How many messages waited in a mailbox over the last minute: what a sparkline draws. */

export const KEPT = 120;

export class Depths {
  readonly #ring = new Float32Array(KEPT);
  #next = 0;
  #count = 0;

  add(depth: number): void {
    this.#ring[this.#next] = depth;
    this.#next = (this.#next + 1) % KEPT;
    this.#count = Math.min(KEPT, this.#count + 1);
  }

  /** The oldest first. */
  values(): number[] {
    const first = (this.#next - this.#count + KEPT) % KEPT;
    return Array.from({ length: this.#count }, (_, at) => this.#ring[(first + at) % KEPT] ?? 0);
  }
}
