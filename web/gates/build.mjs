/** Builds web/dist/gates: the programs that read sources, each one file for Node, and what their types are checked by. */
import { mkdir, writeFile } from "node:fs/promises";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { motionModules } from "../preview/build/contract.mjs";

const dist = fileURLToPath(new URL("../dist/gates/", import.meta.url));
const types = `${dist}types`;

await build({
  entryPoints: [fileURLToPath(new URL("src/policy.ts", import.meta.url))],
  bundle: true,
  format: "esm",
  platform: "node",
  target: "node24",
  external: ["oxc-parser"],
  outExtension: { ".js": ".mjs" },
  outdir: dist,
  banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
  logLevel: "warning",
});

await mkdir(types, { recursive: true });
await writeFile(`${types}/given.d.ts`, given());
await writeFile(`${types}/tsconfig.json`, JSON.stringify(settings(), null, 2));

// Strict, so that `any` spreads as little as it can; what a component may leave implicit is not told.
function settings() {
  return {
    compilerOptions: {
      target: "es2023",
      lib: ["es2023"],
      types: [],
      module: "esnext",
      moduleResolution: "bundler",
      moduleDetection: "force",
      jsx: "react-jsx",
      strict: true,
      noImplicitAny: true,
      skipLibCheck: true,
      noEmit: true,
      paths: Object.fromEntries(Object.entries(motionModules).map(([name, path]) => [name, [relative(types, path)]])),
    },
    files: ["component.tsx", "given.d.ts"],
  };
}

/** What there is beside the language: a console, and the namespace that models name the type of elements by. */
function given() {
  return `declare const console: Record<"log" | "info" | "warn" | "error" | "debug", (...said: unknown[]) => void>;
declare namespace JSX {
  type Element = import("react").JSX.Element;
  type IntrinsicElements = import("react").JSX.IntrinsicElements;
}
`;
}
