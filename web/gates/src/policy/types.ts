/** What the types of a module say of a component's props, as far as that stands in the module itself. */
import type { Node } from "oxc-parser";
import type { Module } from "./module";

const WRAPPERS = new Set(["Readonly", "Partial", "Required"]);
const MOST_CHOICES = 24;
const MOST_STEPS = 10;

/** The type of the parameter, or the one that the name of the component is given: `const Scene: FC<Props>`. */
export function propsTypeOf(module: Module, component: Node): Node | null {
  const first = "params" in component ? (component.params as readonly Node[])[0] : undefined;
  const parameter = first?.type === "AssignmentPattern" ? first.left : first;
  const own = annotation(parameter ?? null);
  if (own !== null) {
    return own;
  }
  const declarator = module.around(component).find(({ type }) => type === "VariableDeclarator");
  const given = declarator?.type === "VariableDeclarator" ? annotation(declarator.id) : null;
  return given?.type === "TSTypeReference" ? (given.typeArguments?.params[0] ?? null) : null;
}

/** The types of an object's parts by name. */
export function membersOf(module: Module, type: Node | null, steps = MOST_STEPS): Map<string, Node> {
  const meant = steps === 0 ? null : meaningOf(module, type);
  switch (meant?.type) {
    case "TSTypeLiteral":
      return named(meant.members);
    case "TSInterfaceBody":
      return named(meant.body);
    case "TSIntersectionType":
      return new Map(meant.types.flatMap((each) => [...membersOf(module, each, steps - 1)]));
    default:
      return new Map();
  }
}

/** The texts that a type allows, where it allows only some; none where it is anything else. */
export function choicesOf(module: Module, type: Node | null): string[] {
  const texts = textsIn(module, type, MOST_STEPS) ?? [];
  return texts.length <= MOST_CHOICES ? texts : [];
}

function textsIn(module: Module, type: Node | null, steps: number): string[] | null {
  const meant = steps === 0 ? null : meaningOf(module, type);
  switch (meant?.type) {
    case "TSUndefinedKeyword":
      return [];
    case "TSLiteralType":
      return meant.literal.type === "Literal" && typeof meant.literal.value === "string" ? [meant.literal.value] : null;
    case "TSUnionType": {
      const texts = meant.types.map((each) => textsIn(module, each, steps - 1));
      return texts.includes(null) ? null : texts.flatMap((each) => each ?? []);
    }
    default:
      return null;
  }
}

/** Through names and what changes no type: `Readonly<Props>` means what `Props` means. */
function meaningOf(module: Module, type: Node | null): Node | null {
  let meant = type;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    if (meant?.type === "TSParenthesizedType") {
      meant = meant.typeAnnotation;
    } else if (meant?.type === "TSTypeReference" && meant.typeName.type === "Identifier") {
      meant = referred(module, meant.typeName.name, meant.typeArguments?.params[0] ?? null);
    } else {
      return meant;
    }
  }
  return null;
}

function referred(module: Module, name: string, argument: Node | null): Node | null {
  const declaration = module.names.get(name)?.declarations[0];
  if (declaration?.type === "TSTypeAliasDeclaration") {
    return declaration.typeAnnotation;
  }
  if (declaration?.type === "TSInterfaceDeclaration") {
    return declaration.body;
  }
  return WRAPPERS.has(name) ? argument : null;
}

function named(members: readonly Node[]): Map<string, Node> {
  const found = new Map<string, Node>();
  for (const member of members) {
    if (member.type === "TSPropertySignature" && member.key.type === "Identifier" && member.typeAnnotation) {
      found.set(member.key.name, member.typeAnnotation.typeAnnotation);
    }
  }
  return found;
}

function annotation(node: Node | null): Node | null {
  const annotated = node as { typeAnnotation?: { typeAnnotation?: Node } | null } | null;
  return annotated?.typeAnnotation?.typeAnnotation ?? null;
}
