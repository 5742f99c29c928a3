import { defineConfig } from "vitest/config";

// One run for every workspace. A test that needs a page names its environment on its first line:
// "// @vitest-environment jsdom"; the rest run in plain Node.
export default defineConfig({
  test: {
    include: ["*/{src,test,tests}/**/*.test.{ts,tsx,mjs}"],
    exclude: ["**/node_modules/**", "dist/**"],
    environment: "node",
    testTimeout: 10_000,
    restoreMocks: true,
    passWithNoTests: true,
  },
});
