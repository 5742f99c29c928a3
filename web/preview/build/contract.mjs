/** The three modules that a component may import, and the names each of them exports. */
import { createRequire } from "node:module";
import { build } from "esbuild";
import { motion } from "./settings.mjs";

/** The names that each module of the contract exports, sorted, without `default`. */
export async function contractNames() {
  return {
    react: productionNames("react"),
    "react/jsx-runtime": productionNames("react/jsx-runtime"),
    remotion: await motionNames(),
  };
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
    entryPoints: [motion],
    bundle: true,
    write: false,
    metafile: true,
    format: "esm",
    jsx: "automatic",
    external: ["react", "react/jsx-runtime"],
    outfile: "motion.js",
  });
  return metafile.outputs["motion.js"].exports.sort();
}
