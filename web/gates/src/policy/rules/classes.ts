/** A component is a function; a class that only renders can be made one. */
import type { Class, MethodDefinition, Node } from "oxc-parser";
import { functionBehind } from "../components";
import type { Edit, Fault, Mend } from "../fault";
import type { Module } from "../module";
import { defaults } from "./exporting";

export function* classes(module: Module): Generator<Fault> {
  const isDefault = new Set(defaults(module).map((each) => functionBehind(module, each)));
  for (const node of module.nodes) {
    if (
      (node.type === "ClassDeclaration" || node.type === "ClassExpression") &&
      (isReact(node) || isDefault.has(node))
    ) {
      const name = node.id?.name ?? "the component";
      const mend = asFunction(module, node);
      yield { code: "export.class", message: `${name} is a class`, at: node.start, ...(mend ? { mend } : {}) };
    }
  }
}

function isReact({ superClass }: Class): boolean {
  const name = superClass?.type === "MemberExpression" ? superClass.property : superClass;
  return name?.type === "Identifier" && (name.name === "Component" || name.name === "PureComponent");
}

/** A class declaration with nothing but render, in which `this` is there only for its props. */
function asFunction(module: Module, node: Class): Mend | null {
  const render = onlyRender(node);
  if (node.type !== "ClassDeclaration" || node.id === null || render?.value.body == null) {
    return null;
  }
  const edits: Edit[] = [
    {
      start: node.start,
      end: render.value.body.start,
      text: `function ${node.id.name}(props${typeOfProps(module, node)}) `,
    },
    { start: render.end, end: node.end, text: "" },
  ];
  for (const each of module.nodes) {
    if (each.type === "ThisExpression" && node.start <= each.start && each.end <= node.end) {
      const parent = module.parent(each);
      if (parent?.type !== "MemberExpression" || module.text(parent) !== "this.props") {
        return null;
      }
      edits.push({ start: parent.start, end: parent.end, text: "props" });
    }
  }
  return declares(module, render, "props") ? null : { did: `${node.id.name} became a function`, edits };
}

function onlyRender({ body }: Class): MethodDefinition | null {
  const [render, ...others] = body.body;
  if (others.length > 0 || render?.type !== "MethodDefinition" || render.static || render.kind !== "method") {
    return null;
  }
  return render.key.type === "Identifier" && render.key.name === "render" ? render : null;
}

function typeOfProps(module: Module, node: Class): string {
  const [first] = node.superTypeArguments?.params ?? [];
  return first ? `: ${module.text(first)}` : ": any";
}

/** Whether a name is declared inside, other than by taking it from `this`: it would stand in the way. */
function declares(module: Module, within: Node, name: string): boolean {
  return module.nodes.some(
    (each) =>
      each.type === "VariableDeclarator" &&
      within.start <= each.start &&
      each.end <= within.end &&
      new RegExp(`\\b${name}\\b`).test(module.text(each.id)),
  );
}
