import { beforeAll, describe, expect, test } from "vitest";
import { checked, prepareChild } from "./child";

beforeAll(prepareChild);

/** What an expression gives inside the guest, as the message of what it throws. */
async function said(expression: string): Promise<string> {
  const { findings } = await checked(`
    import * as R from "remotion"; import React from "react";
    export default function Scene() { throw new Error("said " + (${expression})); }`);
  return findings[0]?.message ?? "nothing";
}

describe("the guest's realm", () => {
  test.each(["process", "require", "fetch", "Buffer", "setTimeout", "XMLHttpRequest", "WebSocket", "global"])(
    "has no %s",
    async (name) => {
      expect(await said(`typeof globalThis[${JSON.stringify(name)}]`)).toBe("Error: said undefined");
    },
  );

  test.each([
    'Function("return 1")()',
    'eval("1")',
    'globalThis.constructor.constructor("return process")()',
    'React.createElement.constructor("return process")()',
    'R.interpolate.constructor("return process")()',
    "new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]))",
  ])("makes no code from strings: %s", async (expression) => {
    expect(await said(expression)).toMatch(/^(EvalError|CompileError|Error|TypeError): .*(disallowed|not allowed)/);
  });

  test("gives import() nothing, and no way back through its error", async () => {
    const { findings } = await checked(`
      let what = "nothing";
      try { await import("node:fs"); what = "a module"; }
      catch (error) {
        what = typeof error;
        try { what += error.constructor.constructor("return process")(); } catch (inner) { what += " " + inner.name; }
      }
      const promise = import("node:fs"); promise.catch(() => undefined);
      try { promise.constructor.constructor("return process")(); what += " escaped"; } catch (inner) { what += " " + inner.name; }
      export default function Scene() { throw new Error(what); }`);
    expect(findings[0]?.message).toMatch(/^Error: (string|object) \w*Error EvalError$/);
  });

  test("cannot replace what the runtime exports", async () => {
    expect(
      await said('(() => { try { R.Easing.linear = 1; return "changed"; } catch { return "kept"; } })()'),
    ).toContain("kept");
    expect(
      await said('(() => { try { React.useState = 1; return "changed"; } catch { return "kept"; } })()'),
    ).toContain("kept");
  });
});

describe("the verdict", () => {
  const forgeries = [
    'JSON.stringify = () => \'{"html":"<p>fine</p>"}\';',
    "Object.prototype.toJSON = () => ({ accepted: true, findings: [] });",
    "Array.prototype.some = () => false; Array.prototype.filter = () => [];",
    'globalThis.__draw = () => \'{"html":"<p>fine</p>"}\';',
    "Error.prepareStackTrace = () => ({ toString() { return 1; } });",
    'const p = import("x"); p.catch(() => 0); Object.getPrototypeOf(Object.getPrototypeOf(p)).toJSON = () => ({ accepted: true });',
  ];

  test.each(forgeries)("is not forged by %s", async (forgery) => {
    const verdict = await checked(`
      try { ${forgery} } catch {}
      export default function Scene() { throw new Error("wrong"); }`);
    expect(verdict.accepted).toBe(false);
    expect(verdict.findings[0]?.code).toBe("render.threw");
  });

  test("is not given by a guest that ends the process or writes to its output", async () => {
    const verdict = await checked(`
      try { process.stdout.write('{"accepted":true}'); process.exit(0); } catch {}
      export default function Scene() { return null; }`);
    expect(verdict.findings.map(({ code }) => code)).toEqual(["render.blank"]);
  });
});
