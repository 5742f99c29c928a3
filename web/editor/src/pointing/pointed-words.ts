/** What was pointed at, as people say it. */
import type { Pointed, PointedKind } from "@bazaar/preview/pointing";

const KIND_WORDS: Readonly<Record<PointedKind, string>> = {
  headline: "the headline",
  text: "the text",
  picture: "the picture",
  shape: "a shape",
  background: "the background",
};
const LONGEST = 40;

/** The place of a scene in the video, from 1; 0 where it is gone. */
type NumberOf = (scene: string) => number;

/** "the headline “Ship it” in scene 2". */
export function pointedWords(
  { kind, text, scene }: Pick<Pointed, "kind" | "text" | "scene">,
  numberOf: NumberOf,
): string {
  const quoted = text === "" ? "" : ` “${text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text}”`;
  const number = numberOf(scene);
  return `${KIND_WORDS[kind]}${quoted} in ${number > 0 ? `scene ${number}` : "a removed scene"}`;
}
