/** Bundles by their SHA-256, each fetched once: what is content-addressed never changes. */
export type Fetch = (sha256: string) => Promise<string>;

export class BundleShelf {
  readonly #fetch: Fetch;
  readonly #code = new Map<string, string>();
  readonly #coming = new Set<string>();

  constructor(fetch: Fetch) {
    this.#fetch = fetch;
  }

  get(sha256: string): string | null {
    return this.#code.get(sha256) ?? null;
  }

  /** Fetch what is not here yet and is not coming; `arrived` is called for each that came. A failure is tried anew on the next call. */
  want(sha256s: readonly string[], arrived: () => void): void {
    for (const sha256 of sha256s) {
      if (!this.#code.has(sha256) && !this.#coming.has(sha256)) {
        void this.#bring(sha256, arrived);
      }
    }
  }

  async #bring(sha256: string, arrived: () => void): Promise<void> {
    this.#coming.add(sha256);
    try {
      this.#code.set(sha256, await this.#fetch(sha256));
      arrived();
    } catch {
      // Fetching has tried several times; the scene keeps what it shows until its next change asks again.
    } finally {
      this.#coming.delete(sha256);
    }
  }
}
