/** Random questions to a motion runtime, the same for the same seed: plain values, so that they can be written down. */

/** Lists of questions by kind; `times` says how many in all, more or less. */
export function questions(seed, times) {
  const dice = new Dice(seed);
  const many = (share, make) => Array.from({ length: Math.round(times * share) }, () => make(dice));
  return {
    interpolate: many(0.3, interpolation),
    interpolateColors: many(0.1, colors),
    spring: many(0.25, springing),
    measureSpring: many(0.1, measuring),
    easing: many(0.15, easing),
    timeline: many(0.1, timeline),
  };
}

/** mulberry32. */
class Dice {
  constructor(seed) {
    this.state = seed | 0;
  }

  next() {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let value = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A number in steps of a thousandth. */
  between(low, high) {
    return Math.round((low + this.next() * (high - low)) * 1000) / 1000;
  }

  whole(low, high) {
    return Math.floor(low + this.next() * (high - low + 1));
  }

  of(list) {
    return list[this.whole(0, list.length - 1)];
  }

  maybe(chance, make) {
    return this.next() < chance ? make() : undefined;
  }
}

const SIDES = ["extend", "clamp", "identity", "wrap"];
const CURVES = ["linear", "quad", "cubic", "ease", "sin", "circle", "exp", "bounce"];

function interpolation(dice) {
  const stops = dice.whole(1, 5);
  const from = rising(dice, stops);
  const to = from.map(() => dice.between(-500, 500));
  const input = dice.between((from[0] ?? 0) - 60, (from.at(-1) ?? 0) + 60);
  const options = {
    extrapolateLeft: dice.maybe(0.7, () => dice.of(SIDES)),
    extrapolateRight: dice.maybe(0.7, () => dice.of(SIDES)),
    posterize: dice.maybe(0.15, () => dice.whole(1, 9)),
  };
  return [
    input,
    from,
    dice.next() < 0.2 ? to.map((each) => `${each}px`) : to,
    options,
    dice.maybe(0.4, () => dice.of(CURVES)) ?? "linear",
  ];
}

function rising(dice, stops) {
  let at = dice.between(-50, 50);
  return Array.from({ length: stops }, () => {
    at = Math.round((at + dice.between(0.5, 40)) * 1000) / 1000;
    return at;
  });
}

function colors(dice) {
  const from = rising(dice, dice.whole(2, 4));
  const form = dice.next() < 0.08 ? whiteAdapted : color;
  return [dice.between(from[0] - 5, from.at(-1) + 5), from, from.map(() => form(dice))];
}

function color(dice) {
  const byte = () => dice.whole(0, 255);
  const hex = (length) => Array.from({ length }, () => dice.of([..."0123456789abcdef"])).join("");
  return dice.of([
    () => `#${hex(dice.of([3, 4, 6, 8]))}`,
    () => `rgb(${byte()}, ${byte()}, ${byte()})`,
    () => `rgba(${byte()}, ${byte()}, ${byte()}, ${dice.between(0, 1)})`,
    () => `hsl(${dice.whole(0, 360)}, ${dice.whole(0, 100)}%, ${dice.whole(0, 100)}%)`,
    () => `oklch(${dice.between(0.2, 0.9)} ${dice.between(0, 0.2)} ${dice.whole(0, 360)})`,
    () => `oklab(${dice.between(0.2, 0.9)} ${dice.between(-0.2, 0.2)} ${dice.between(-0.2, 0.2)})`,
    () => `hwb(${dice.whole(0, 360)} ${dice.whole(0, 50)}% ${dice.whole(0, 50)}%)`,
    () => dice.of(["red", "navy", "coral", "transparent", "rebeccapurple", "lightgoldenrodyellow"]),
  ])();
}

/** The two forms that are told otherwise: see differences.mjs. */
function whiteAdapted(dice) {
  return dice.of([
    () => `lab(${dice.whole(10, 90)}% ${dice.whole(-60, 60)} ${dice.whole(-60, 60)})`,
    () => `lch(${dice.whole(10, 90)}% ${dice.whole(0, 80)} ${dice.whole(0, 360)})`,
  ])();
}

function config(dice) {
  return {
    damping: dice.maybe(0.8, () => dice.between(1, dice.of([20, 60, 250]))),
    mass: dice.maybe(0.5, () => dice.between(0.2, 5)),
    stiffness: dice.maybe(0.5, () => dice.between(20, 400)),
    overshootClamping: dice.maybe(0.2, () => true),
  };
}

function springing(dice) {
  return {
    frame: dice.next() < 0.8 ? dice.whole(-5, 120) : dice.between(0, 120),
    fps: dice.of([24, 25, 30, 50, 60]),
    config: config(dice),
    from: dice.maybe(0.3, () => dice.between(-100, 100)),
    to: dice.maybe(0.3, () => dice.between(-100, 100)),
    durationInFrames: dice.maybe(0.3, () => dice.whole(5, 120)),
    durationRestThreshold: dice.maybe(0.15, () => dice.between(0.001, 0.05)),
    delay: dice.maybe(0.2, () => dice.whole(0, 40)),
    reverse: dice.maybe(0.2, () => true),
  };
}

function measuring(dice) {
  return {
    fps: dice.of([24, 25, 30, 50, 60]),
    config: config(dice),
    threshold: dice.maybe(0.4, () => dice.between(0.001, 0.2)),
  };
}

function easing(dice) {
  const t = dice.between(-0.1, 1.1);
  const made = dice.of([
    () => [dice.of([...CURVES, "step0", "step1"])],
    () => ["poly", dice.between(0.5, 6)],
    () => ["elastic", dice.between(0, 4)],
    () => ["back", dice.between(0, 4)],
    () => ["bezier", dice.between(0, 1), dice.between(-0.5, 1.5), dice.between(0, 1), dice.between(-0.5, 1.5)],
    () => [dice.of(["in", "out", "inOut"]), dice.of(CURVES)],
  ])();
  return [made, t];
}

/** Sequences, series, loops and freezes in each other, and a few frames at which to look. */
function timeline(dice) {
  const frames = Array.from({ length: 4 }, () => dice.whole(0, 119));
  return [branch(dice, 3, { next: 0 }), frames];
}

function branch(dice, depth, names) {
  names.next += 1;
  const leaf = { kind: "leaf", id: names.next };
  if (depth === 0 || dice.next() < 0.2) {
    return leaf;
  }
  const children = () => Array.from({ length: dice.whole(1, 2) }, () => branch(dice, depth - 1, names));
  const length = () => dice.whole(1, 60);
  return dice.of([
    () => sequence(dice, [leaf, ...children()], dice.maybe(0.7, length)),
    () => ({
      kind: "series",
      parts: children().map((child) => ({ length: length(), offset: offset(dice, child), child })),
    }),
    () => ({
      kind: "loop",
      length: length(),
      times: dice.maybe(0.5, () => dice.whole(1, 4)),
      children: [leaf, ...children()],
    }),
    () => ({ kind: "freeze", frame: dice.whole(0, 30), children: [leaf, ...children()] }),
  ])();
}

function offset(dice, child) {
  const earliest = JSON.stringify(child).includes("freeze") ? 0 : -10;
  return dice.maybe(0.4, () => dice.whole(earliest, 20));
}

/** A Freeze in a Sequence that begins before its surroundings is left out: see differences.mjs. */
function sequence(dice, children, length) {
  const earliest = JSON.stringify(children).includes("freeze") ? 0 : -20;
  return { kind: "sequence", from: dice.maybe(0.8, () => dice.whole(earliest, 60)), length, children };
}
