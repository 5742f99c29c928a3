/** Nothing is loaded while a component runs. */
import type { Node } from "oxc-parser";
import type { Fault } from "../fault";
import type { Module } from "../module";

export function* loading(module: Module): Generator<Fault> {
  for (const node of module.nodes) {
    if (node.type === "ImportExpression") {
      yield { code: "import.dynamic", message: "a module is loaded at run time", at: node.start };
    } else if (node.type === "MetaProperty" && node.meta.name === "import") {
      yield { code: "import.dynamic", message: "import.meta leads out of the component", at: node.start };
    } else if (node.type === "TSImportEqualsDeclaration" && node.importKind !== "type") {
      yield { code: "import.dynamic", message: "import = require() is not for modules", at: node.start };
    }
  }
  for (const { name, node } of module.unresolved) {
    if (name === "require") {
      yield { code: "import.dynamic", message: "require() loads a module at run time", at: node.start };
    } else if (name === "module" || name === "exports") {
      yield commonJs(module, node, name);
    }
  }
}

/** `module.exports = Scene` as a statement of its own is what `export default Scene` means. */
function commonJs(module: Module, identifier: Node, name: string): Fault {
  const fault = { code: "import.dynamic", message: `${name} is not there in a module`, at: identifier.start };
  const assignment = module.parent(module.parent(identifier) ?? identifier);
  const statement = assignment && module.parent(assignment);
  if (
    assignment?.type === "AssignmentExpression" &&
    statement?.type === "ExpressionStatement" &&
    module.text(assignment.left) === "module.exports"
  ) {
    const edits = [{ start: statement.start, end: assignment.right.start, text: "export default " }];
    return { ...fault, mend: { did: "module.exports became export default", edits } };
  }
  return fault;
}
