/** dist/vendor/: React, the motion runtime and the frame's own code as ES modules that share one React. */
import { build } from "esbuild";
import { fileOf, motionModules } from "./contract.mjs";
import { fontFaces } from "./fonts.mjs";
import { browser, source } from "./settings.mjs";

const entries = {
  react: (names) => reexport("react", names),
  "react-jsx-runtime": (names) => reexport("react/jsx-runtime", names),
  "react-dom-client": () => 'export { createRoot, hydrateRoot } from "react-dom/client";',
  frame: () => `import ${JSON.stringify(`${source}frame/served.ts`)};`,
  ...Object.fromEntries(
    Object.entries(motionModules).map(([module, path]) => [
      fileOf(module),
      () => `export * from ${JSON.stringify(path)};`,
    ]),
  ),
};

export async function buildVendor(contract, dist) {
  await build({
    ...browser,
    entryPoints: Object.keys(entries).map((name) => ({ in: `vendor:${name}`, out: name })),
    outdir: `${dist}vendor`,
    format: "esm",
    splitting: true,
    chunkNames: "shared-[hash]",
    plugins: [{ name: "vendor", setup: (api) => serveEntries(api, contract) }],
    define: { ...browser.define, FONT_FACES: JSON.stringify(fontFaces()) },
  });
}

/** React is CommonJS: its names must be spelled out to become exports of an ES module. */
function reexport(module, names) {
  return `export { default, ${names[module].join(", ")} } from ${JSON.stringify(module)};`;
}

function serveEntries(api, contract) {
  api.onResolve({ filter: /^vendor:/ }, ({ path }) => ({ path: path.slice("vendor:".length), namespace: "vendor" }));
  api.onLoad({ filter: /.*/, namespace: "vendor" }, ({ path }) => ({
    contents: entries[path](contract),
    resolveDir: source,
  }));
}
