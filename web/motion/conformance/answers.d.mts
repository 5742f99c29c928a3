import type { createElement, ReactElement } from "react";

export interface Tree {
  readonly kind: string;
}
export function answer(
  kind: string,
  question: unknown,
  runtime: object,
  draw: (tree: Tree, frame: number) => string,
): unknown;
export function elementsOf(tree: Tree, runtime: object, create: typeof createElement, key?: number): ReactElement;
