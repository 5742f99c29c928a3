// @vitest-environment jsdom
import { beforeEach, expect, test } from "vitest";
import { chooseTheme, keptTheme, showTheme } from "../src/look/theme";

beforeEach(() => localStorage.clear());

test("a chosen theme is shown at once and kept", () => {
  chooseTheme("dark");
  expect(document.documentElement.style.colorScheme).toBe("dark");
  expect(keptTheme()).toBe("dark");
});

test("where nothing was chosen, or nonsense was kept, it is as the system has it", () => {
  expect(keptTheme()).toBe("system");
  localStorage.setItem("bazaar-theme", "plaid");
  expect(keptTheme()).toBe("system");
  showTheme("system");
  expect(document.documentElement.style.colorScheme).toBe("");
});
