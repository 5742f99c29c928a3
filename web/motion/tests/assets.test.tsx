import { afterEach, describe, expect, test } from "vitest";
import { setAssetRoot } from "../src/host";
import { Img, staticFile } from "../src/index";
import { drawn } from "./drawn";

afterEach(() => setAssetRoot("/assets/"));

describe("staticFile", () => {
  test("leads to the assets of the host", () => {
    expect(staticFile("logo big.png")).toBe("/assets/logo%20big.png");
    setAssetRoot("assets/");
    expect(staticFile("/a/b.png")).toBe("assets/a/b.png");
  });

  test.each([
    ["", 'staticFile() was given ""; give the name of an asset'],
    ["https://example.com/a.png", "use that address as it is"],
    ["//example.com/a.png", "use that address as it is"],
    ["../secret", 'without ".."'],
  ])("refuses %j", (name, message) => {
    expect(() => staticFile(name)).toThrow(message);
  });
});

describe("Img", () => {
  test("is an image with an empty description unless it has one", () => {
    expect(drawn(0, <Img src="a.png" />)).toContain('<img alt="" src="a.png"/>');
    expect(drawn(0, <Img src="a.png" alt="A" />)).toContain('alt="A"');
  });

  test("wants a source", () => {
    expect(() => drawn(0, <Img src="" />)).toThrow("an Img has no src");
  });
});
