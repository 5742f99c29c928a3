/** Which of a module's declarations are components. */
import type { Node } from "oxc-parser";
import type { Module } from "./module";

export function isComponentName(name: string): boolean {
  return /^[A-Z]/.test(name);
}

/** The names of the components that the module declares at its top, in order. */
export function candidates(module: Module): string[] {
  return [...module.names.values()]
    .filter(
      ({ name, declarations }) => isComponentName(name) && declarations.some((node) => draws(module, behind(node))),
    )
    .map(({ name }) => name);
}

/** The function, class or value behind what is exported: through a name, and through memo and forwardRef. */
export function functionBehind(module: Module, exported: Node): Node | null {
  const seen = new Set<Node>();
  let node: Node | null = exported.type === "ExportSpecifier" ? exported.local : exported;
  while (node !== null && !seen.has(node)) {
    seen.add(node);
    if (node.type !== "Identifier") {
      return behind(node);
    }
    const declared: Node | undefined = module.names.get(node.name)?.declarations[0];
    node = behind(declared ?? null);
  }
  return null;
}

/** Through a declaration, types and wrappers to what is meant. */
function behind(node: Node | null): Node | null {
  switch (node?.type) {
    case "VariableDeclarator":
      return behind(node.init);
    case "TSAsExpression":
    case "TSSatisfiesExpression":
    case "TSNonNullExpression":
    case "ParenthesizedExpression":
      return behind(node.expression);
    case "CallExpression":
      return isWrapper(node.callee) ? behind((node.arguments[0] as Node | undefined) ?? null) : node;
    default:
      return node ?? null;
  }
}

function isWrapper(callee: Node): boolean {
  const name = callee.type === "MemberExpression" ? callee.property : callee;
  return name.type === "Identifier" && (name.name === "memo" || name.name === "forwardRef");
}

/** Whether it is a function or class with an element in it. */
function draws(module: Module, node: Node | null): boolean {
  if (node === null || !DRAWERS.has(node.type)) {
    return false;
  }
  return module.nodes.some(
    (each) =>
      (each.type === "JSXElement" || each.type === "JSXFragment") && node.start <= each.start && each.end <= node.end,
  );
}

const DRAWERS = new Set([
  "FunctionDeclaration",
  "FunctionExpression",
  "ArrowFunctionExpression",
  "ClassDeclaration",
  "ClassExpression",
]);
