/** Single frames of the npm package `remotion`, drawn by its player in a page that is none. */
import { elementsOf } from "./answers.mjs";

const SIZE = { compositionWidth: 100, compositionHeight: 100, durationInFrames: 1000, fps: 30 };
const BORROWED = ["document", "HTMLElement", "Node", "Element", "requestAnimationFrame", "cancelAnimationFrame"];

/** With the packages as `require` finds them. Gives a function: what is to be read at the frames of a question. */
export function played(require) {
  const { JSDOM } = require("jsdom");
  const { window } = new JSDOM('<!doctype html><div id="stage"></div>', { pretendToBeVisual: true });
  for (const name of BORROWED) {
    globalThis[name] = window[name];
  }
  globalThis.window = window;
  Object.defineProperty(globalThis, "navigator", { value: window.navigator, configurable: true });
  globalThis.IS_REACT_ACT_ENVIRONMENT = true;
  console.error = () => undefined; // What is wrong with a question is in its answer.
  return async ([tree, frames]) => {
    const texts = [];
    for (const frame of frames) {
      texts.push(await drawnAt(require, window.document.getElementById("stage"), tree, frame));
    }
    return texts;
  };
}

async function drawnAt(require, stage, tree, frame) {
  const react = require("react");
  const { createRoot } = require("react-dom/client");
  const { Thumbnail } = require("@remotion/player");
  const root = createRoot(stage, { onUncaughtError: () => undefined, onCaughtError: () => undefined });
  const Scene = () => elementsOf(tree, require("remotion"), react.createElement);
  try {
    await react.act(async () =>
      root.render(react.createElement(Thumbnail, { component: Scene, frameToDisplay: frame, ...SIZE })),
    );
    return stage.textContent;
  } catch {
    return "refused";
  } finally {
    await react.act(async () => root.unmount());
  }
}
