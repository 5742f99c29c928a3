/** What to use instead of a module, or of a name, that a component cannot have. */
import type { Contract } from "../module";

const FONTS = "@remotion/google-fonts/";

export function insteadOf(path: string, contract: Contract): string {
  const modules = Object.keys(contract);
  const fonts = modules.filter((module) => module.startsWith(FONTS)).map((module) => module.slice(FONTS.length));
  if (path.startsWith(FONTS) && fonts.length > 0) {
    return `use a family that is there: ${FONTS} and one of ${fonts.join(", ")}`;
  }
  const rest = modules.filter((module) => !module.startsWith(FONTS));
  const allowed = `import only from ${[...rest, ...(fonts.length > 0 ? [`${FONTS}…`] : [])].join(", ")}`;
  const better = INSTEAD.find(([pattern]) => pattern.test(path))?.[1];
  return better === undefined ? allowed : `${allowed}; ${better}`;
}

/** What to do without a name that models know and nothing here needs. */
export function withoutName(name: string): string | null {
  if (name === "getInputProps") {
    return "take props as the argument of the component";
  }
  return ["Composition", "Still", "Folder", "registerRoot", "Config"].includes(name)
    ? "leave it out: the default-exported component is the scene; size and length are settings of the video"
    : null;
}

const INSTEAD: readonly (readonly [RegExp, string])[] = [
  [/^@?remotion/, "this part is not here: draw it with what these export"],
  [/^(react-dom|react-native|next)/, "the host renders the component: return elements, with plain HTML and SVG tags"],
  [/^(framer-motion|motion|gsap|animejs|@?react-spring|lottie)/, "animate with interpolate and spring from remotion"],
  [/^(three|@react-three|d3|p5|pixi|konva)/, "draw with SVG elements"],
  [/^(lucide|react-icons|@heroicons|@mui|@chakra)/, "draw the shape as inline SVG"],
  [/(\.(css|scss|sass|less)$)|^(styled-components|@emotion|tailwind)/, "write inline styles"],
  [/\.(png|jpe?g|svg|gif|webp|mp4|mp3|json|woff2?)$/, "take files through props or staticFile"],
  [
    /^(node:)?(fs|path|os|http|https|child_process|crypto|net)$/,
    "a component only draws: compute from frame and props",
  ],
  [/^\./, "there is one module: write what it needs into it"],
];
