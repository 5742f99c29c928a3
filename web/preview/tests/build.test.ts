import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { contractNames, motionModules } from "../build/contract.mjs";
import { buildFonts, fontFaces } from "../build/fonts.mjs";
import { buildFramePage } from "../build/frame-page.mjs";
import { buildStandalone } from "../build/standalone.mjs";
import { buildVendor } from "../build/vendor.mjs";
import type { PickedFonts } from "../src/fonts/face";

const dist = `${mkdtempSync(join(tmpdir(), "preview-"))}/`;
const read = (path: string) => readFileSync(dist + path, "utf8");
const hash = (script: string) => `'sha256-${createHash("sha256").update(script).digest("base64")}'`;
const inline = (page: string) =>
  [...page.matchAll(/<script(?: type="importmap")?>([\s\S]*?)<\/script>/g)].map(([, code = ""]) => code);

beforeAll(async () => {
  const contract = await contractNames();
  await buildFramePage(dist);
  await Promise.all([buildVendor(contract, dist), buildStandalone(contract, dist), buildFonts(dist)]);
  return () => rmSync(dist, { recursive: true });
});

describe("the served frame page", () => {
  test("runs nothing but its import map, the vendor modules and blobs", () => {
    const page = read("preview/frame.html");
    const { template } = JSON.parse(read("preview/csp.json")) as { template: string };
    expect(inline(page).map(hash)).toHaveLength(1);
    expect(template).toContain(`script-src ${inline(page).map(hash)[0]} {origin}/preview/vendor/ blob:;`);
    expect(template).toContain("connect-src 'none'");
    expect(template).toContain("sandbox allow-scripts");
    expect(template).not.toContain("nonce");
  });

  test("has every module that its import map names", () => {
    const map = JSON.parse(inline(read("preview/frame.html"))[0] ?? "") as { imports: Record<string, string> };
    expect(Object.keys(map.imports)).toEqual(["react", "react/jsx-runtime", ...Object.keys(motionModules)]);
    const files = Object.values(map.imports).map((path) => path.replace("./vendor/", ""));
    expect(readdirSync(`${dist}vendor`)).toEqual(expect.arrayContaining([...files, "react-dom-client.js", "frame.js"]));
  });

  test("shares one React, in its production build", () => {
    const vendor = readdirSync(`${dist}vendor`).map((file) => read(`vendor/${file}`));
    expect(vendor.filter((code) => /__CLIENT_INTERNALS\w*=/.test(code))).toHaveLength(1);
    expect(vendor.join("")).not.toContain("react-stack-bottom-frame");
  });

  test("shares one motion runtime, whichever of its modules is imported", () => {
    const vendor = readdirSync(`${dist}vendor`).map((file) => read(`vendor/${file}`));
    expect(vendor.filter((code) => code.includes("was called outside a video"))).toHaveLength(1);
    expect(read("vendor/remotion-transitions-fade.js").length).toBeLessThan(500);
  });
});

describe("the standalone page", () => {
  test("has one hole for its video", () => {
    expect(read("standalone.html").split("__BAZAAR_VIDEO__")).toHaveLength(2);
  });

  test("runs its own script, and lets the frame run no others of its own", () => {
    const page = read("standalone.html");
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1] ?? "";
    const own = inline(page.slice(page.indexOf("</footer>")));
    expect(own).toHaveLength(1);
    expect(policy).toContain(hash(own[0] ?? ""));
    expect(policy.match(/sha256-/g)).toHaveLength(3);
    expect(policy).toContain("connect-src 'none'");
  });

  test("names no other place to load from", () => {
    expect(read("standalone.html")).not.toMatch(/(src|href)=["']?(https?:)?\/\//);
  });
});

describe("the fonts", () => {
  test("are there, each file that a face names, and the frame may load them", () => {
    const files = readdirSync(`${dist}preview/fonts`).map((file) => `./fonts/${file}`);
    expect(files).toEqual(expect.arrayContaining(fontFaces().map(({ url }) => url)));
    expect(read("preview/csp.json")).toContain("font-src data: {origin}/preview/fonts/");
  });

  test("are each a module that a component can import, named as models know it", () => {
    const families = new Set(fontFaces().map(({ family }) => family.replaceAll(" ", "")));
    families.delete("Twemoji");
    families.add("NotoColorEmoji");
    const modules = Object.keys(motionModules).filter((module) => module.startsWith("@remotion/google-fonts/"));
    expect(new Set(modules.map((module) => module.split("/")[2]))).toEqual(families);
  });

  test("are put into a page by the program that picks what it needs", () => {
    const picked = JSON.parse(
      execFileSync(process.execPath, [`${dist}fonts.mjs`], { input: 'fontFamily: "Anton" 夜', encoding: "utf8" }),
    ) as PickedFonts;
    expect(picked.faces.map(({ family }) => family)).toEqual(["Inter", "Inter", "Anton", "Anton"]);
    expect(Object.keys(picked.files)).toHaveLength(3);
    expect(picked.files[picked.faces[2]?.url ?? ""]).toContain("data:font/woff2;base64,d09GMg");
  });
});
