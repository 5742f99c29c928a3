/** The modules that a component may import, and the names each of them exports. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const motion = new URL("../../motion/", import.meta.url);
const REACT = ["react", "react/jsx-runtime"];

/** The source of each module of the motion runtime. */
export const motionModules = Object.fromEntries(
  Object.entries(JSON.parse(readFileSync(new URL("modules.json", motion), "utf8"))).map(([module, path]) => [
    module,
    fileURLToPath(new URL(path, motion)),
  ]),
);

/** The names that each module of the contract exports, sorted, without `default`. */
export async function contractNames() {
  const names = Object.fromEntries(REACT.map((module) => [module, productionNames(module)]));
  return { ...names, ...(await motionNames()) };
}

/** How the built file of a module is named. */
export function fileOf(module) {
  return module.replace(/^@/, "").replaceAll("/", "-");
}

/**
 * For esbuild: `bazaar:contract` exports `modules`, all of them by name. Whoever draws components hands these
 * out, so that there is one runtime wherever they are drawn.
 */
export const contractPlugin = {
  name: "contract",
  setup(api) {
    api.onResolve({ filter: /^bazaar:contract$/ }, ({ path }) => ({ path, namespace: "contract" }));
    api.onLoad({ filter: /.*/, namespace: "contract" }, () => ({
      contents: allModules(),
      resolveDir: fileURLToPath(motion),
    }));
  },
};

function allModules() {
  const sources = [...REACT.map((module) => [module, module]), ...Object.entries(motionModules)];
  const imports = sources.map(([, source], index) => `import * as m${index} from ${JSON.stringify(source)};`);
  const entries = sources.map(([module], index) => `${JSON.stringify(module)}: m${index}`);
  return `${imports.join("\n")}\nexport const modules = { ${entries.join(", ")} };`;
}

/** React's development build exports more: what plays is the production build. */
function productionNames(module) {
  const require = createRequire(import.meta.url);
  const { NODE_ENV: before } = process.env;
  process.env.NODE_ENV = "production";
  try {
    return Object.keys(require(module))
      .filter((name) => /^[A-Za-z]\w*$/.test(name) && name !== "default")
      .sort();
  } finally {
    process.env.NODE_ENV = before ?? "";
  }
}

async function motionNames() {
  const { metafile } = await build({
    entryPoints: Object.entries(motionModules).map(([module, source]) => ({ in: source, out: fileOf(module) })),
    bundle: true,
    write: false,
    metafile: true,
    format: "esm",
    jsx: "automatic",
    external: REACT,
    outdir: "names",
  });
  const modules = Object.keys(motionModules);
  return Object.fromEntries(
    modules.map((module) => [module, metafile.outputs[`names/${fileOf(module)}.js`].exports.sort()]),
  );
}
