import { expect, test } from "vitest";
import { addressOf, projectIn } from "../src/route";

test.each([
  ["", "", null],
  ["#/projects/p_1", "", "p_1"],
  ["#/projects/p%201/", "", "p 1"],
  ["", "?project=p_2", "p_2"],
  ["#/", "?project=p_2", null],
  ["#/projects/", "", null],
  ["#/projects/%E0%A4%A", "", null],
])("the address %j%j names the project %j", (hash, search, project) => {
  expect(projectIn({ hash, search })).toBe(project);
});

test("an address leads back to its project, whatever its id", () => {
  expect(projectIn({ hash: addressOf("a/b #?"), search: "" })).toBe("a/b #?");
});
