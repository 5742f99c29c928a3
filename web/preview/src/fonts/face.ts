/** A font file: which characters of which family, weight and style it draws. */
export interface FontSource {
  readonly family: string;
  readonly weight: string;
  readonly style: string;
  /** CSS's unicode-range. */
  readonly range: string;
  readonly url: string;
}

/** Faces with the files that their addresses name, each once, as data: addresses. */
export interface PickedFonts {
  readonly faces: readonly FontSource[];
  readonly files: Readonly<Record<string, string>>;
}
