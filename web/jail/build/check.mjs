/** The render check: one file for Node, with all that lives in the guest's realm as a text inside it. */
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { contractNames, contractPlugin } from "../../preview/build/contract.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const reactDom = dirname(createRequire(import.meta.url).resolve("react-dom/package.json"));

export async function buildCheck(outfile) {
  await build({
    entryPoints: [here("../src/check.ts")],
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node24",
    define: {
      REALM_SCRIPT: JSON.stringify(await realmScript()),
      CONTRACT: JSON.stringify(await contractNames()),
    },
    outfile,
    logLevel: "warning",
  });
}

// React's development build, for whole sentences in its errors. The text is an expression, whose value the
// host takes; it leaves no name behind in the guest's globals.
async function realmScript() {
  const { outputFiles } = await build({
    entryPoints: [here("../src/guest/realm.tsx")],
    bundle: true,
    write: false,
    format: "iife",
    globalName: "exported",
    jsx: "automatic",
    minifySyntax: true,
    minifyWhitespace: true,
    target: "es2023",
    plugins: [contractPlugin],
    define: { "process.env.NODE_ENV": '"development"' },
    alias: { "react-dom-server": join(reactDom, "cjs/react-dom-server-legacy.browser.development.js") },
    logLevel: "warning",
  });
  return `(()=>{${outputFiles[0].text};return exported})()`;
}
