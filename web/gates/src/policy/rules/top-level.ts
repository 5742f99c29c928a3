/** A module declares at its top and does nothing; nothing of it changes from frame to frame. */
import type { Node } from "oxc-parser";
import type { Fault } from "../fault";
import { importsOf } from "../imported";
import type { Module } from "../module";

export function* topLevel(module: Module): Generator<Fault> {
  for (const node of module.nodes) {
    if (node.type === "ExpressionStatement" && isAtTop(module, node) && !isOfItsOwn(module, node.expression)) {
      const text = module.text(node).split("\n")[0]?.slice(0, MOST_TEXT);
      yield { code: "policy.side-effect", message: `it runs once, outside the component: ${text}`, at: node.start };
    } else if ((node.type === "AwaitExpression" || isForAwait(node)) && isAtTop(module, node)) {
      yield { code: "policy.side-effect", message: "a component cannot wait while it loads", at: node.start };
    }
  }
  yield* sharedState(module);
}

const MOST_TEXT = 80;

function isForAwait(node: Node): boolean {
  return node.type === "ForOfStatement" && node.await;
}

function isAtTop(module: Module, node: Node): boolean {
  return !module.around(node).some(({ type }) => type.includes("Function") || type === "PropertyDefinition");
}

/** A directive, or what is done to something that the module itself declares: `dots.push(…)`, `Scene.displayName = …`. */
function isOfItsOwn(module: Module, expression: Node): boolean {
  if (expression.type === "Literal") {
    return true;
  }
  const root = rootOf(expression);
  const name = root?.type === "Identifier" ? module.names.get(root.name) : undefined;
  if (name?.isImported) {
    return isFontLoad(module, expression);
  }
  return name !== undefined || isDeclaredInside(module, root) || isCommonJs(root);
}

/** Loading a font at the top is how it is written, and does nothing here: the host has loaded it. */
function isFontLoad(module: Module, expression: Node): boolean {
  const { callee } = expression as { callee?: Node };
  return importsOf(module).some(
    ({ path, name, local }) =>
      path.startsWith("@remotion/google-fonts/") &&
      name === "loadFont" &&
      local?.uses.some(({ node }) => node === callee) === true,
  );
}

/** The name that a call, an assignment or a member begins with. */
function rootOf(expression: Node): Node | null {
  switch (expression.type) {
    case "CallExpression":
      return rootOf(expression.callee);
    case "MemberExpression":
      return rootOf(expression.object);
    case "AssignmentExpression":
      return rootOf(expression.left);
    case "UpdateExpression":
      return rootOf(expression.argument);
    default:
      return expression;
  }
}

/** A name of a block at the top, as the counter of a loop is. */
function isDeclaredInside(module: Module, root: Node | null): boolean {
  return root?.type === "Identifier" && !module.unresolved.some(({ node }) => node === root);
}

/** Told by the rule of loading. */
function isCommonJs(root: Node | null): boolean {
  return root?.type === "Identifier" && (root.name === "module" || root.name === "exports");
}

/** What a function writes to a variable of the module is still there at the next frame. */
function* sharedState(module: Module): Generator<Fault> {
  for (const { name, uses } of module.names.values()) {
    const written = uses.find(({ writes, node }) => writes && !isAtTop(module, node));
    if (written !== undefined) {
      const message = `${name} is changed while frames are drawn, and stands outside the component`;
      yield { code: "policy.shared-state", message, at: written.node.start };
    }
  }
}
