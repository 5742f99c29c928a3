/**
 * dist/preview/: the frame page and its content security policy.
 *
 * csp.json holds {"template"}: whoever serves frame.html sends it as the Content-Security-Policy header, with
 * {origin} replaced by the origin that serves /preview/vendor/ and /preview/fonts/ (with Access-Control-Allow-Origin: *,
 * because the sandboxed page has an opaque origin) and /preview/assets/.
 */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { fileOf, motionModules } from "./contract.mjs";
import { fill, hashOf, source } from "./settings.mjs";

const modules = ["react", "react/jsx-runtime", ...Object.keys(motionModules)];
const importMap = JSON.stringify({
  imports: Object.fromEntries(modules.map((module) => [module, `./vendor/${fileOf(module)}.js`])),
});

// No nonce: a dynamic import would inherit it, and with it the right to load any address.
const policy = [
  "default-src 'none'",
  `script-src ${hashOf(importMap)} {origin}/preview/vendor/ blob:`,
  "style-src 'unsafe-inline'",
  "img-src data: blob: {origin}/preview/assets/",
  "font-src data: {origin}/preview/fonts/ {origin}/preview/assets/",
  "media-src data: blob: {origin}/preview/assets/",
  "connect-src 'none'",
  "worker-src 'none'",
  "frame-src 'none'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "sandbox allow-scripts",
].join("; ");

export async function buildFramePage(dist) {
  const page = fill(await readFile(`${source}frame/frame.html`, "utf8"), {
    head: `<script type="importmap">${importMap}</script>`,
    css: `<style>${await readFile(`${source}frame/frame.css`, "utf8")}</style>`,
    scripts: '<script type="module" src="./vendor/frame.js"></script>',
  });
  await mkdir(`${dist}preview`, { recursive: true });
  await writeFile(`${dist}preview/frame.html`, page);
  await writeFile(`${dist}preview/csp.json`, `${JSON.stringify({ template: policy }, null, 2)}\n`);
}
