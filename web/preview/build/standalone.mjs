/**
 * dist/standalone.html: one file that plays a video offline.
 *
 * Whoever fills it replaces __BAZAAR_VIDEO__ by the JSON {title, video, scenes, fonts}, every "<" in it written \u003c.
 */
import { readFile, writeFile } from "node:fs/promises";
import { build } from "esbuild";
import { contractPlugin } from "./contract.mjs";
import { browser, fill, hashOf, source } from "./settings.mjs";

const shut = [
  "style-src 'unsafe-inline'",
  "img-src data: blob:",
  "font-src data:",
  "media-src data: blob:",
  "connect-src 'none'",
  "worker-src 'none'",
  "frame-src 'none'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
];

export async function buildStandalone(contract, dist) {
  const frame = await framePage(contract);
  const script = await bundle(`${source}standalone/page.ts`, { FRAME_HTML: JSON.stringify(frame.html) });
  const page = fill(await readFile(`${source}standalone/page.html`, "utf8"), {
    // The frame inherits this policy, so that it must also name what the frame may run.
    policy: metaPolicy([hashOf(script), ...frame.scripts]),
    css: `<style>${await readFile(`${source}standalone/page.css`, "utf8")}</style>`,
    data: '<script type="application/json" id="video">__BAZAAR_VIDEO__</script>',
    script: `<script>${script}</script>`,
  });
  await writeFile(`${dist}standalone.html`, page);
}

async function framePage(contract) {
  const importMap = JSON.stringify({ imports: Object.fromEntries(handouts(contract)) });
  const script = await bundle(`${source}frame/inlined.ts`, {});
  const scripts = [hashOf(importMap), hashOf(script)];
  const html = fill(await readFile(`${source}frame/frame.html`, "utf8"), {
    head: `${metaPolicy(scripts)}<script type="importmap">${importMap}</script>`,
    css: `<style>${await readFile(`${source}frame/frame.css`, "utf8")}</style>`,
    scripts: `<script>${script}</script>`,
  });
  return { html, scripts };
}

/** Small modules that hand out what the frame's script has laid down under one name. */
function handouts(contract) {
  return Object.entries(contract).map(([module, names]) => {
    const code = `const m=__bazaarVendor[${JSON.stringify(module)}];export const {${names.join(",")}}=m;export default m.default;`;
    return [module, `data:text/javascript,${encodeURIComponent(code)}`];
  });
}

function metaPolicy(scripts) {
  const policy = ["default-src 'none'", `script-src ${scripts.join(" ")} blob: data:`, ...shut].join("; ");
  return `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
}

async function bundle(entry, define) {
  const { outputFiles } = await build({
    ...browser,
    entryPoints: [entry],
    write: false,
    format: "iife",
    plugins: [contractPlugin],
    define: { ...browser.define, ...define },
  });
  return escapeForScript(outputFiles[0].text);
}

/** In a script element these would end it, or begin a comment. */
function escapeForScript(code) {
  return code.replaceAll("</script", "<\\/script").replaceAll("<!--", "<\\!--");
}
