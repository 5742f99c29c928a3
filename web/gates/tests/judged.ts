import { type Judgement, judge } from "../src/policy/judge";

const CONTRACT = {
  react: ["createElement", "useState", "useEffect", "useMemo", "Fragment", "memo", "Component"],
  "react/jsx-runtime": ["jsx"],
  remotion: ["AbsoluteFill", "Audio", "interpolate", "random", "spring", "useCurrentFrame", "useVideoConfig"],
};

/** What the rules say of a source. */
export function judged(source: string): Judgement {
  return judge(source, CONTRACT);
}

/** The codes, those of what was mended in brackets. */
export function codes(source: string): string[] {
  return judged(source).findings.map(({ code, mended }) => (mended ? `(${code})` : code));
}
