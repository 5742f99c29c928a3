/** What to use instead of a module that a component cannot have. */
import type { Contract } from "../module";

export function insteadOf(path: string, contract: Contract): string {
  const allowed = `import only from ${Object.keys(contract).join(", ")}`;
  const better = INSTEAD.find(([pattern]) => pattern.test(path))?.[1];
  return better === undefined ? allowed : `${allowed}; ${better}`;
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
