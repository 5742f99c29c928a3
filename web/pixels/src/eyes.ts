/**
 * What looks at a component, run in a world of its own beside it: it shares the document with the component and
 * nothing of its code, so that a component can mislead it only by what it draws.
 */
export { seek } from "./seek";
export { hideTexts, showTexts, texts } from "./texts";
export { trouble } from "./trouble";
