/** Where things lie, and how everything that runs in a browser is built. */
import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";

export const source = fileURLToPath(new URL("../src/", import.meta.url));
export const dist = fileURLToPath(new URL("../../dist/", import.meta.url));

export const browser = {
  bundle: true,
  minify: true,
  jsx: "automatic",
  target: "es2022",
  legalComments: "eof",
  define: { "process.env.NODE_ENV": '"production"' },
  logLevel: "warning",
};

/** The source expression by which a content security policy lets exactly this inline script run. */
export function hashOf(script) {
  return `'sha256-${createHash("sha256").update(script).digest("base64")}'`;
}

/** Puts values into a template's holes, <!--name-->; a value is taken as it is. */
export function fill(template, values) {
  return template.replace(/<!--(\w+)-->/g, (_, name) => values[name]);
}
