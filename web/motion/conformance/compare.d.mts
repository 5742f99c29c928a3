import type { Tree } from "./answers.mjs";

export interface Compared {
  readonly asked: number;
  readonly excused: number;
  readonly different: readonly { question: unknown; theirs: unknown; ours: unknown }[];
}
export function compare(
  text: string,
  runtime: object,
  draw: (tree: Tree, frame: number) => string,
): Record<string, Compared>;
