/**
 * Where ours answers otherwise than the npm package, and why. What is not named here must be equal to a millionth.
 *
 * Not asked at all, because ours follows the documentation and the package does not: a Freeze in a Sequence that
 * begins before its surroundings, and one whose frame lies after the last of the video (it holds another frame then).
 * Not asked because ours says so instead of answering: NaN as input, and a spring of no damping, mass or stiffness.
 * random() gives other numbers, as the package's own are not documented.
 */
const DIFFERENCES = {
  interpolateColors: [
    {
      reason: "lab() and lch() are turned to the white of a screen, as CSS Color 4 says and browsers do",
      holds: ([, , colors]) => colors.some((color) => /^(lab|lch)\(/.test(color)),
    },
  ],
};

/** The package reads a Bézier curve from a table, ours solves it: on steep curves that shows. */
const BEZIER_MOST_OFF = 1e-5;
const MOST_OFF = 1e-6;

/** How far the answers may be apart, as a share of them. */
export function mostOff(kind, question) {
  const isBezier = kind === "interpolate" ? question[4] === "ease" : JSON.stringify(question).match(/"(ease|bezier)"/);
  return isBezier ? BEZIER_MOST_OFF : MOST_OFF;
}

/** Why this answer may differ; nothing where it must not. */
export function reasonFor(kind, question) {
  return DIFFERENCES[kind]?.find(({ holds }) => holds(question))?.reason;
}
