/** What may be attached, and what to say of a file that may not. */
import type { Asset } from "@bazaar/shared/events";

export const MOST_FILES = 8;
const LARGEST_BYTES = 10 * 1024 * 1024;
export const MEDIA_TYPES = ["image/png", "image/jpeg", "image/gif", "image/webp"];

export interface GivenFile {
  readonly key: string;
  readonly name: string;
  /** Where the picture can be looked at before it is sent. */
  readonly picture: string;
  /** From 0 to 1. */
  readonly share: number;
  readonly asset: Asset | null;
  readonly failure: string | null;
}

/** Why a file is not even tried; null for one that is. */
export function refusalOf(file: { readonly type: string; readonly size: number }, before: number): string | null {
  if (before >= MOST_FILES) {
    return `A message takes ${MOST_FILES} pictures at most.`;
  }
  if (!MEDIA_TYPES.includes(file.type)) {
    return "Only PNG, JPEG, GIF and WebP pictures can be attached.";
  }
  return file.size > LARGEST_BYTES ? "The picture is larger than 10 MB; make it smaller first." : null;
}

/** The files that were dropped or pasted; none where it was text. */
export function filesIn(data: DataTransfer | null): readonly File[] {
  return [...(data?.files ?? [])];
}
