/** Our runtime, as the conformance check asks it; built into one file by check.mjs. */
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { VideoProvider } from "../src/host";
import * as motion from "../src/index";
import { elementsOf, type Tree } from "./answers.mjs";
import { type Compared, compare } from "./compare.mjs";

const VIDEO = { id: "conformance", width: 100, height: 100, fps: 30, durationInFrames: 1_000, props: {} };

/** Recorded answers against ours. */
export function compared(recorded: string): Record<string, Compared> {
  return compare(recorded, motion, draw);
}

function draw(tree: Tree, frame: number): string {
  const children = elementsOf(tree, motion, createElement);
  return renderToStaticMarkup(createElement(VideoProvider, { video: VIDEO, frame, children })).replace(/<[^>]*>/g, "");
}
