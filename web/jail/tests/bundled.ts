import { build } from "esbuild";

/** A source in TSX, as the build worker bundles it. */
export async function bundled(source: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: source, loader: "tsx", sourcefile: "scene.tsx" },
    bundle: true,
    write: false,
    format: "esm",
    jsx: "automatic",
    external: ["*"],
    sourcemap: "inline",
    logLevel: "silent",
  });
  return outputFiles[0]?.text ?? "";
}
