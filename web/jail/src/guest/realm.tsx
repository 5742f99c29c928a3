/**
 * What lives beside the component in its own realm: React, the motion runtime and the one function that draws.
 *
 * The host calls these functions with plain numbers and strings and hears only strings, so that no object of
 * the host is ever in the guest's reach. What is needed of the language is taken before the guest loads.
 */

import { modules } from "bazaar:contract";
import { AbsoluteFill } from "@bazaar/motion";
import { isComponent, type Video, VideoProvider } from "@bazaar/motion/host";
import type * as react from "react";
import { captureOwnerStack } from "react";
import { renderToStaticMarkup } from "react-dom-server";

const { parse, stringify } = JSON;

const MOST_NOTED = 100;

/** What was said on the console while a frame was drawn: React's warnings, with the place of the owner. */
const said: { text: string; stack: string }[] = [];
console.error = (format: unknown, ...values: unknown[]) => {
  if (said.length < MOST_NOTED) {
    const text = `${format}`.replace(/%[so]/g, () => `${values.shift() ?? ""}`);
    said.push({ text: text.slice(0, MOST_TEXT), stack: captureOwnerStack() ?? "" });
  }
};

const MOST_TEXT = 1_000;

let video: Video | null = null;
let component: react.ComponentType<Record<string, unknown>> | null = null;

/** What a component may import. */
export { modules };

/** Takes the video as JSON; its props become objects of this realm. */
export function prepare(json: string): void {
  video = parse(json) as Video;
}

/** Takes what the bundle exports by default. Says what it is, if it is no component. */
export function use(found: unknown): string {
  component = isComponent(found) ? (found as typeof component) : null;
  return component === null ? typeof found : "";
}

/** Draws one frame: JSON of {html, spans, said}, or of {name, message, stack} of what was thrown. */
export function draw(frame: number): string {
  const spans: [number, number][] = [];
  said.length = 0;
  try {
    const Component = component as react.ComponentType<Record<string, unknown>>;
    const around = video as Video;
    const html = renderToStaticMarkup(
      <VideoProvider video={around} frame={frame} note={(...span) => spans.length < MOST_NOTED && spans.push(span)}>
        <Component {...around.props} />
      </VideoProvider>,
    );
    return stringify({ html, spans, said });
  } catch (thrown) {
    return explain(thrown);
  }
}

/** JSON of {name, message, stack} of whatever was thrown, which may be anything at all. */
export function explain(thrown: unknown): string {
  try {
    const { name, message, stack } = Object(thrown) as Partial<Error>;
    const known = message !== undefined;
    return stringify({
      name: `${name ?? "Error"}`,
      message: known ? `${message}` : `${thrown}`,
      stack: `${stack ?? ""}`,
    });
  } catch {
    return stringify({ name: "Error", message: "something that cannot be shown was thrown", stack: "" });
  }
}

// The first drawing compiles most of React: done here, before anyone waits.
renderToStaticMarkup(<AbsoluteFill style={{ opacity: 1 }}>{"warm"}</AbsoluteFill>);

for (const [name, module] of Object.entries(modules)) {
  Object.freeze(Object.getOwnPropertyDescriptor(module, "default")?.value);
  if (!name.startsWith("react")) {
    Object.values(module).forEach(Object.freeze);
  }
}
// Where the host finds the function that it calls under a time limit; nothing can be put in its place.
Object.defineProperty(globalThis, "__draw", { value: draw });
