/** A source that was parsed: its tree, who is whose parent, and what its names mean. */
import { type Comment, type Node, type Program, parseSync, visitorKeys } from "oxc-parser";
import { type Name, type Names, namesOf, type Use } from "./names";

/** The names that each module of the contract exports. */
export type Contract = Readonly<Record<string, readonly string[]>>;

/** The one module that a name can only be meant from; the runtime of JSX is imported by the bundler alone. */
export function homeOf(name: string, contract: Contract): string | undefined {
  const homes = Object.keys(contract).filter((path) => path !== "react/jsx-runtime" && contract[path]?.includes(name));
  return homes.length === 1 ? homes[0] : undefined;
}

export interface SyntaxFault {
  readonly message: string;
  readonly at: number | null;
}

export class Module {
  readonly source: string;
  readonly program: Program;
  readonly comments: readonly Comment[];
  readonly contract: Contract;
  /** Every node, each before its children. */
  readonly nodes: readonly Node[];
  readonly #parents: ReadonlyMap<Node, Node>;
  readonly #names: Names;

  private constructor(source: string, program: Program, comments: readonly Comment[], contract: Contract) {
    [this.source, this.program, this.comments, this.contract] = [source, program, comments, contract];
    [this.nodes, this.#parents] = unfolded(program);
    this.#names = namesOf(program);
  }

  /** The module, or what is wrong with its syntax. Throws RangeError for a tree too deep to walk. */
  static parsed(source: string, contract: Contract): Module | readonly SyntaxFault[] {
    const options = {
      lang: "tsx",
      sourceType: "module",
      astType: "ts",
      range: true,
      showSemanticErrors: true,
    } as const;
    const { program, comments, errors } = parseSync("component.tsx", source, options);
    if (errors.length > 0) {
      return errors.map(({ message, labels }) => ({ message, at: labels[0]?.start ?? null }));
    }
    return new Module(source, program, comments, contract);
  }

  parent(node: Node): Node | null {
    return this.#parents.get(node) ?? null;
  }

  /** The nodes around a node, the nearest first. */
  around(node: Node): Node[] {
    const found: Node[] = [];
    for (let outer = this.parent(node); outer !== null; outer = this.parent(outer)) {
      found.push(outer);
    }
    return found;
  }

  text(node: Node): string {
    return this.source.slice(node.start, node.end);
  }

  /** What the module declares at its top. */
  get names(): ReadonlyMap<string, Name> {
    return this.#names.declared;
  }

  get unresolved(): readonly Use[] {
    return this.#names.unresolved;
  }
}

/** In document order, without recursion: a chain of operators makes a tree as deep as it is long. */
function unfolded(program: Program): [Node[], Map<Node, Node>] {
  const [nodes, parents, waiting] = [[] as Node[], new Map<Node, Node>(), [program as Node]];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    nodes.push(node);
    for (const child of childrenOf(node).reverse()) {
      parents.set(child, node);
      waiting.push(child);
    }
  }
  return [nodes, parents];
}

function childrenOf(node: Node): Node[] {
  const fields = node as unknown as Record<string, unknown>;
  return (visitorKeys[node.type] ?? []).flatMap((key) => fields[key]).filter(isNode);
}

function isNode(found: unknown): found is Node {
  return typeof found === "object" && found !== null && "type" in found;
}
