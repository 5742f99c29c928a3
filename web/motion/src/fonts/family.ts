/** A font family that is shipped: the host has loaded it before the first frame is drawn, so that nothing waits here. */
export interface FontFamily {
  /** The name to write as fontFamily. */
  readonly fontFamily: string;
  /** Gives {fontFamily}; style, weights and subsets may be named, and all that are shipped are there anyway. */
  loadFont(style?: string, options?: FontOptions): LoadedFont;
  getInfo(): { readonly fontFamily: string };
}

export interface FontOptions {
  readonly weights?: readonly string[];
  readonly subsets?: readonly string[];
  readonly document?: unknown;
  readonly ignoreTooManyRequestsWarning?: boolean;
}

export interface LoadedFont {
  readonly fontFamily: string;
  waitUntilDone(): Promise<undefined>;
  unregister(): void;
}

export function family(fontFamily: string): FontFamily {
  const loaded: LoadedFont = { fontFamily, waitUntilDone: async () => undefined, unregister: () => undefined };
  return { fontFamily, loadFont: () => loaded, getInfo: () => ({ fontFamily }) };
}
