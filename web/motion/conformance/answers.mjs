/** What a motion runtime answers; the same code asks ours and the other. A refusal is the answer "refused". */

export function answer(kind, question, runtime, draw) {
  try {
    return shortened(ASK[kind](question, runtime, draw));
  } catch {
    return "refused";
  }
}

const ASK = {
  interpolate: ([input, from, to, options, curve], { interpolate, Easing }) =>
    interpolate(input, from, to, { ...present(options), easing: Easing[curve] }),
  interpolateColors: ([input, from, to], { interpolateColors }) => interpolateColors(input, from, to),
  spring: (question, { spring }) => spring(deeply(question)),
  measureSpring: (question, { measureSpring }) => measureSpring(deeply(question)),
  easing: ([made, t], { Easing }) => curve(made, Easing)(t),
  timeline: ([tree, frames], runtime, draw) => frames.map((frame) => draw(tree, frame, runtime)),
};

function curve([name, ...given], Easing) {
  if (given.length === 0) {
    return Easing[name];
  }
  return Easing[name](...given.map((each) => (typeof each === "string" ? Easing[each] : each)));
}

/** Without what was left open: a runtime may tell "undefined" from "not there". */
function present(options) {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined && value !== null));
}

function deeply({ config, ...rest }) {
  return { ...present(rest), config: present(config) };
}

/** Eight digits behind the point are more than are compared. */
function shortened(value) {
  return typeof value === "number" ? Math.round(value * 1e8) / 1e8 : value;
}

/** The elements of a tree of questions.mjs. */
export function elementsOf(tree, runtime, createElement, key = 0) {
  const { Sequence, Series, Loop, Freeze, useCurrentFrame, useVideoConfig } = runtime;
  const children = () => tree.children.map((child, index) => elementsOf(child, runtime, createElement, index));
  switch (tree.kind) {
    case "sequence": {
      const props = present({ from: tree.from, durationInFrames: tree.length });
      return createElement(Sequence, { key, ...props }, ...children());
    }
    case "series": {
      const parts = tree.parts.map(({ length, offset, child }, index) =>
        createElement(
          Series.Sequence,
          { key: index, durationInFrames: length, ...present({ offset }) },
          elementsOf(child, runtime, createElement),
        ),
      );
      return createElement(Series, { key }, ...parts);
    }
    case "loop":
      return createElement(
        Loop,
        { key, durationInFrames: tree.length, ...present({ times: tree.times }) },
        ...children(),
      );
    case "freeze":
      return createElement(Freeze, { key, frame: tree.frame }, ...children());
    default: {
      const Leaf = () => `${tree.id}:${useCurrentFrame()}/${useVideoConfig().durationInFrames} `;
      return createElement(Leaf, { key });
    }
  }
}
