/** The declarations of the motion runtime, as TypeScript itself writes them down: name, kind, text and doc comment. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const motion = fileURLToPath(new URL("../", import.meta.url));
const tsc = join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin", "tsc");

/** All declarations of the runtime by name; a function that is declared twice has both texts. */
export function declarations() {
  const folder = mkdtempSync(join(tmpdir(), "motion-types-"));
  try {
    const emit = [
      "--noEmit",
      "false",
      "--declaration",
      "--emitDeclarationOnly",
      "--rootDir",
      motion,
      "--outDir",
      folder,
    ];
    execFileSync(process.execPath, [tsc, "-p", motion, ...emit], { stdio: "pipe" });
    const files = readdirSync(join(folder, "src"), { recursive: true }).filter((file) => file.endsWith(".d.ts"));
    return merged(files.flatMap((file) => declaredIn(readFileSync(join(folder, "src", file), "utf8"))));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const START = /^(?:export )?(?:declare )?(function|interface|type|const) (\w+)/;

const DOC = String.raw`(?:/\*\*((?:(?!\*/)[\s\S])*)\*/\n)?`;
/** A declaration begins at the margin and goes on until something else does. */
const DECLARATION = new RegExp(
  String.raw`^${DOC}((?:export |declare |interface |type )[\s\S]*?)(?=\n[^\s}]|\n*$(?![\s\S]))`,
  "gm",
);

function declaredIn(text) {
  return [...text.matchAll(DECLARATION)].flatMap(([, doc = "", body]) => {
    const [, kind, name] = START.exec(body) ?? [];
    const written = body.replace(/^(export |declare )*/, "");
    return name === undefined ? [] : [{ kind, name, texts: [written], doc: prose(doc) }];
  });
}

function merged(found) {
  const byName = new Map();
  for (const one of found) {
    const known = byName.get(one.name);
    if (known === undefined || known.kind !== one.kind || one.kind !== "function") {
      byName.set(one.name, known ?? one);
    } else {
      byName.set(one.name, { ...known, doc: known.doc || one.doc, texts: [...known.texts, ...one.texts] });
    }
  }
  return byName;
}

/** A comment without its stars, on one line. */
export function prose(comment) {
  return comment
    .replace(/^\s*\*\s?/gm, " ")
    .replace(/\s+/g, " ")
    .trim();
}
