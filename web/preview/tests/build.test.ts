import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { contractNames } from "../build/contract.mjs";
import { buildFramePage } from "../build/frame-page.mjs";
import { buildStandalone } from "../build/standalone.mjs";
import { buildVendor } from "../build/vendor.mjs";

const dist = `${mkdtempSync(join(tmpdir(), "preview-"))}/`;
const read = (path: string) => readFileSync(dist + path, "utf8");
const hash = (script: string) => `'sha256-${createHash("sha256").update(script).digest("base64")}'`;
const inline = (page: string) =>
  [...page.matchAll(/<script(?: type="importmap")?>([\s\S]*?)<\/script>/g)].map(([, code = ""]) => code);

beforeAll(async () => {
  const contract = await contractNames();
  await buildFramePage(dist);
  await Promise.all([buildVendor(contract, dist), buildStandalone(contract, dist)]);
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
    expect(Object.keys(map.imports)).toEqual(["react", "react/jsx-runtime", "remotion"]);
    const files = Object.values(map.imports).map((path) => path.replace("./vendor/", ""));
    expect(readdirSync(`${dist}vendor`)).toEqual(expect.arrayContaining([...files, "react-dom-client.js", "frame.js"]));
  });

  test("shares one React, in its production build", () => {
    const vendor = readdirSync(`${dist}vendor`).map((file) => read(`vendor/${file}`));
    expect(vendor.filter((code) => /__CLIENT_INTERNALS\w*=/.test(code))).toHaveLength(1);
    expect(vendor.join("")).not.toContain("react-stack-bottom-frame");
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
