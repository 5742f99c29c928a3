import { expect, test } from "vitest";
import { BundleShelf } from "../src/preview/bundle-shelf";

test("a bundle is fetched once, however often it is wanted", async () => {
  const asked: string[] = [];
  const shelf = new BundleShelf((sha256) => Promise.resolve(asked.push(sha256)).then(() => `code of ${sha256}`));
  await new Promise<void>((arrived) => {
    shelf.want(["a"], arrived);
    shelf.want(["a"], arrived);
  });
  shelf.want(["a"], () => undefined);
  expect([asked, shelf.get("a"), shelf.get("b")]).toEqual([["a"], "code of a", null]);
});

test("what could not be fetched is asked for again the next time", async () => {
  const answers = [Promise.reject(new Error("cut")), Promise.resolve("code")];
  const shelf = new BundleShelf(() => answers.shift() ?? Promise.reject(new Error("asked too often")));
  shelf.want(["a"], () => expect.unreachable("nothing arrived"));
  await Promise.resolve().then(() => Promise.resolve());
  await new Promise<void>((arrived) => shelf.want(["a"], arrived));
  expect(shelf.get("a")).toBe("code");
});
