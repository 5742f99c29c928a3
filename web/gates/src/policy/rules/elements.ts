/** Elements and styles that lead out of the frame, or move by a clock of their own. */
import type { JSXAttribute, JSXOpeningElement, Node } from "oxc-parser";
import type { Fault } from "../fault";
import type { Module } from "../module";

export function* elements(module: Module): Generator<Fault> {
  for (const node of module.nodes) {
    if (node.type === "JSXOpeningElement") {
      yield* element(module, node);
    } else if (node.type === "JSXAttribute") {
      yield* attribute(node);
    } else if (node.type === "Property" && isStyle(module, node)) {
      yield* ofItself(node.key, node.value);
    }
  }
}

const FOREIGN = new Set(
  "script iframe frame object embed portal link meta base form dialog fencedframe webview".split(" "),
);

function* element(module: Module, { name, start }: JSXOpeningElement): Generator<Fault> {
  if (name.type === "JSXIdentifier" && FOREIGN.has(name.name) && !module.names.has(name.name)) {
    yield { code: "policy.element", message: `<${name.name}> is not for a component`, at: start };
  }
}

function* attribute({ name, start }: JSXAttribute): Generator<Fault> {
  if (name.type === "JSXIdentifier" && name.name === "dangerouslySetInnerHTML") {
    yield { code: "policy.raw-html", message: "HTML is written as text", at: start };
  }
}

/** A property of the object in a style attribute. */
function isStyle(module: Module, node: Node): boolean {
  const container = module.parent(module.parent(node) ?? node);
  const holder = container && module.parent(container);
  return (
    container?.type === "JSXExpressionContainer" &&
    holder?.type === "JSXAttribute" &&
    holder.name.type === "JSXIdentifier" &&
    holder.name.name === "style"
  );
}

function* ofItself(key: Node, value: Node): Generator<Fault> {
  const name = key.type === "Identifier" ? key.name : "";
  const off = value.type === "Literal" && (value.value === "none" || value.value === "");
  if (/^(animation|transition)([A-Z]\w*)?$/.test(name) && !off) {
    const message = `the style ${name} moves by the browser's clock, not by the frame`;
    yield { code: "style.animation", message, at: key.start, mild: true };
  }
}
