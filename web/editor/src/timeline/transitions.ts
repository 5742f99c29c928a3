/** How a scene comes after the one before; the preview draws each. */
export const TRANSITIONS = [
  { name: "cut", words: "Cut" },
  { name: "fade", words: "Fade" },
  { name: "slide", words: "Slide" },
  { name: "wipe", words: "Wipe" },
  { name: "zoom", words: "Zoom" },
] as const;

export function transitionInWords(name: string): string {
  return TRANSITIONS.find((each) => each.name === name)?.words ?? name;
}
