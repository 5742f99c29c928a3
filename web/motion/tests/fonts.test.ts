import { expect, test } from "vitest";
import { getInfo, loadFont } from "../src/fonts/playfair-display";

test("a family is loaded as its module says, and is there at once", async () => {
  const { fontFamily, waitUntilDone, unregister } = loadFont("italic", { weights: ["700"], subsets: ["latin"] });
  expect(fontFamily).toBe("Playfair Display");
  expect(getInfo()).toEqual({ fontFamily });
  await expect(waitUntilDone()).resolves.toBeUndefined();
  expect(unregister()).toBeUndefined();
});
