import { describe, expect, test } from "vitest";
import { messageOf, SceneModules } from "../src/frame/scene-modules";
import { scene } from "./examples";

function modules(found: (code: string) => Record<string, unknown> = () => ({ default: () => null })) {
  const imported: string[] = [];
  const announced: string[] = [];
  const made = new SceneModules(async (code) => {
    imported.push(code);
    return found(code);
  });
  const load = (...scenes: Parameters<SceneModules["load"]>[0]) =>
    made.load(scenes, async ({ id }) => void announced.push(id));
  return { made, load, imported, announced };
}

describe("SceneModules", () => {
  test("imports the code of each scene once, and says the scene before", async () => {
    const { made, load, imported, announced } = modules();
    const [one, other] = [scene("a"), scene("b")];
    await load(one, other);
    await load({ ...one, props: { more: true } }, other);
    expect(imported).toEqual(["code of a", "code of b"]);
    expect(announced).toEqual(["a", "b"]);
    expect(made.get(one)).toMatchObject({ component: expect.any(Function) });
  });

  test("imports changed code again, as another version", async () => {
    const { made, load } = modules();
    await load(scene("a"));
    const before = made.get(scene("a"));
    await load(scene("a", { code: "new" }));
    expect(made.get(scene("a", { code: "new" }))?.version).not.toBe(before?.version);
    expect(made.get(scene("a"))).toBeNull();
  });

  test("has nothing for a scene without code, and forgets scenes that are gone", async () => {
    const { made, load, imported } = modules();
    await load(scene("a", { code: null }), scene("b"));
    await load(scene("a", { code: null }));
    expect(imported).toEqual(["code of b"]);
    expect([made.get(scene("a", { code: null })), made.get(scene("b"))]).toEqual([null, null]);
  });

  test("keeps what was thrown, and a missing component, as an error of that scene", async () => {
    const { made, load } = modules((code) => {
      if (code === "code of a") {
        throw new Error("broken");
      }
      return {};
    });
    await load(scene("a"), scene("b"));
    expect(made.get(scene("a"))).toMatchObject({ error: "broken" });
    expect(made.get(scene("b"))).toMatchObject({ error: "it does not export a component by default" });
  });
});

test("whatever is thrown has a message", () => {
  expect(messageOf(new Error("no"))).toBe("no");
  expect(messageOf("text")).toBe("text");
  expect(messageOf(Object.create(null))).toBe("something that cannot be shown was thrown");
});
