/** What an expression is, where that stands in the source: a literal, or a part of a constant of the module. */
import type { Node } from "oxc-parser";
import type { Module } from "./module";

const MOST_STEPS = 20;

/** The plain value behind an expression; undefined where it is none, or would have to be worked out. */
export function constantIn(module: Module, node: Node): unknown {
  const found = written(module, node, MOST_STEPS);
  switch (found?.type) {
    case "Literal":
      return found.value;
    case "TemplateLiteral":
      return found.expressions.length === 0 ? (found.quasis[0]?.value.cooked ?? undefined) : undefined;
    case "UnaryExpression":
      return found.operator === "-" && found.argument.type === "Literal" ? -Number(found.argument.value) : undefined;
    default:
      return undefined;
  }
}

/** The expression as it is written out, through types, names of constants and their parts. */
function written(module: Module, node: Node | null, steps: number): Node | null {
  if (node === null || steps === 0) {
    return null;
  }
  switch (node.type) {
    case "TSAsExpression":
    case "TSSatisfiesExpression":
    case "ParenthesizedExpression":
      return written(module, node.expression, steps - 1);
    case "Identifier":
      return written(module, constant(module, node.name), steps - 1);
    case "MemberExpression":
      return written(module, part(written(module, node.object, steps - 1), node), steps - 1);
    default:
      return node;
  }
}

function constant(module: Module, name: string): Node | null {
  const declaration = module.names.get(name)?.declarations[0];
  const statement = declaration && module.parent(declaration);
  const isConstant = statement?.type === "VariableDeclaration" && statement.kind === "const";
  return isConstant && declaration?.type === "VariableDeclarator" ? declaration.init : null;
}

function part(whole: Node | null, { property, computed }: Extract<Node, { type: "MemberExpression" }>): Node | null {
  const key =
    property.type === "Identifier" && !computed ? property.name : property.type === "Literal" ? property.value : null;
  if (whole?.type === "ArrayExpression" && typeof key === "number") {
    return whole.elements[key] ?? null;
  }
  if (whole?.type !== "ObjectExpression") {
    return null;
  }
  const named = whole.properties.findLast(
    (each) => each.type === "Property" && !each.computed && nameOf(each.key) === key,
  );
  return named?.type === "Property" ? named.value : null;
}

function nameOf(key: Node): unknown {
  return key.type === "Identifier" ? key.name : key.type === "Literal" ? key.value : null;
}
