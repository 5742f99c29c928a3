/** Every rule, in the order in which its findings are told. */
import type { Fault } from "../fault";
import type { Module } from "../module";
import { classes } from "./classes";
import { comments } from "./comments";
import { elements } from "./elements";
import { exporting } from "./exporting";
import { globals } from "./globals";
import { hooks } from "./hooks";
import { imports } from "./imports";
import { loading } from "./loading";
import { topLevel } from "./top-level";

export const RULES: readonly ((module: Module) => Iterable<Fault>)[] = [
  comments,
  imports,
  loading,
  globals,
  exporting,
  classes,
  topLevel,
  elements,
  hooks,
];
