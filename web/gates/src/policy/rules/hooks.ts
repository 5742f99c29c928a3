/** Hooks are called at the top of a component, each time it draws; effects have no time to run. */
import type { CallExpression, Node } from "oxc-parser";
import { isComponentName } from "../components";
import type { Fault } from "../fault";
import type { Module } from "../module";

export function* hooks(module: Module): Generator<Fault> {
  for (const node of module.nodes) {
    const name = node.type === "CallExpression" ? hookName(node) : null;
    if (name === null) {
      continue;
    }
    if (EFFECTS.has(name)) {
      yield {
        code: "hooks.effect",
        message: `${name} does not run while a frame is drawn`,
        at: node.start,
        mild: true,
      };
    }
    const where = misplaced(module, node);
    if (where !== null) {
      yield { code: "hooks.conditional", message: `${name} is called ${where}`, at: node.start, mild: true };
    }
  }
}

const EFFECTS = new Set(["useEffect", "useLayoutEffect", "useInsertionEffect"]);

function hookName({ callee }: CallExpression): string | null {
  const name = callee.type === "MemberExpression" ? callee.property : callee;
  return name.type === "Identifier" && /^use[A-Z]/.test(name.name) ? name.name : null;
}

/** Where a hook must not be called; null where it may. */
function misplaced(module: Module, call: Node): string | null {
  let inner = call;
  for (const outer of module.around(call)) {
    if (outer.type.includes("Function")) {
      return isComponentOrHook(module, outer) ? null : "inside a function that is no component";
    }
    const where = WHERE[outer.type];
    if (where !== undefined && !isAlwaysReached(outer, inner)) {
      return where;
    }
    inner = outer;
  }
  return "outside a component";
}

const WHERE: Readonly<Record<string, string>> = {
  IfStatement: "only if a condition holds",
  ConditionalExpression: "only if a condition holds",
  LogicalExpression: "only if a condition holds",
  SwitchCase: "only if a condition holds",
  ForStatement: "in a loop",
  ForOfStatement: "in a loop",
  ForInStatement: "in a loop",
  WhileStatement: "in a loop",
  DoWhileStatement: "in a loop",
};

/** The condition itself, and what a loop begins with, are reached each time. */
function isAlwaysReached(outer: Node, inner: Node): boolean {
  const fields = outer as unknown as Record<string, unknown>;
  return (
    inner === fields["test"] ||
    inner === fields["left"] ||
    inner === fields["init"] ||
    (inner === fields["right"] && outer.type === "ForOfStatement")
  );
}

function isComponentOrHook(module: Module, node: Node): boolean {
  const name = nameOf(module, node);
  return name === null || isComponentName(name) || /^use[A-Z]/.test(name);
}

/** What a function is called: by itself, or by the variable it is given to; null where it may be a component. */
function nameOf(module: Module, node: Node): string | null {
  const own = "id" in node ? (node.id as { name?: string } | null)?.name : undefined;
  const holder = module.around(node).find((outer) => !isPassedThrough(module, outer));
  if (own !== undefined || holder?.type === "ExportDefaultDeclaration") {
    return own ?? null;
  }
  return holder?.type === "VariableDeclarator" ? module.text(holder.id) : "";
}

/** Types, and the wrappers of a component. */
function isPassedThrough(module: Module, outer: Node): boolean {
  const wraps = outer.type === "CallExpression" && /\b(memo|forwardRef)$/.test(module.text(outer.callee));
  return wraps || outer.type.startsWith("TS");
}
