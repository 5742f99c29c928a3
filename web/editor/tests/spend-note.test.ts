import { expect, test } from "vitest";
import { shortly, spendingInWords } from "../src/project/spend-note";

const SPENT = {
  calls: 4,
  failed: 1,
  tokens_in: 8200,
  tokens_out: 1300,
  tokens_cached: 400,
  cost_usd: 0.0421,
  unpriced: 0,
  estimated: 1,
};

test("money is shown where prices are known, tokens always", () => {
  expect(shortly(SPENT)).toBe("9.5k tokens · $0.042");
  expect(shortly({ ...SPENT, cost_usd: 2.5 })).toBe("9.5k tokens · $2.50");
  expect(shortly({ ...SPENT, unpriced: 4 })).toBe("9.5k tokens");
  expect(shortly({ ...SPENT, cost_usd: 0 })).toBe("9.5k tokens");
  expect(shortly({ ...SPENT, tokens_in: 40, tokens_out: 2 })).toContain("42 tokens");
});

test("what is estimated, failed or without a price is said", () => {
  expect(spendingInWords({ ...SPENT, unpriced: 2 })).toBe(
    "4 calls of the model, 1 of them failed; 8,200 tokens in (400 cached), 1,300 out; 2 without a known price; 1 estimated",
  );
});
