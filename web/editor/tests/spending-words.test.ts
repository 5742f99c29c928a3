import { expect, test } from "vitest";
import { costOfCall, mendedInWords, shortly, spendingInWords, stepInWords } from "../src/cost/spending-words";
import { type ModelCall, NOTHING } from "../src/cost/usage";

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
  expect(shortly({ ...SPENT, cost_usd: 0.0002 })).toBe("9.5k tokens · under $0.001");
  expect(shortly({ ...SPENT, unpriced: 4 })).toBe("9.5k tokens");
  expect(shortly({ ...SPENT, cost_usd: 0 })).toBe("9.5k tokens");
  expect(shortly({ ...SPENT, tokens_in: 9962, tokens_out: 0, unpriced: 4 })).toBe("10k tokens");
  expect(shortly({ ...SPENT, tokens_in: 40, tokens_out: 2 })).toContain("42 tokens");
});

test("what is estimated, failed or without a price is said", () => {
  expect(spendingInWords({ ...SPENT, unpriced: 2 })).toBe(
    "4 calls of the model, 1 of them failed; 8,200 tokens in (400 cached), 1,300 out; 2 without a known price; 1 estimated",
  );
});

test("repairs are counted in words with what they took, and nothing is said of none", () => {
  const once = { ...SPENT, calls: 1, failed: 0, tokens_in: 900, tokens_out: 300, cost_usd: 0.003 };
  expect(mendedInWords(once)).toBe("Mended once · 1.2k tokens · $0.003");
  expect(mendedInWords({ ...once, calls: 2 })).toContain("Mended twice · ");
  expect(mendedInWords({ ...once, calls: 4, failed: 1 })).toContain("Mended 3 times · ");
  expect(mendedInWords(NOTHING)).toBeNull();
});

test("a call says what it was for, and that its price is not known", () => {
  const call = { step: "repair", ordinal: 1, attempt: 2, cost_usd: null } as ModelCall;
  expect(stepInWords(call)).toBe("Repair 2, attempt 2");
  expect(stepInWords({ ...call, step: "ask", ordinal: 0, attempt: 1 })).toBe("Answer");
  expect(costOfCall(call)).toBe("no price known");
  expect(costOfCall({ ...call, cost_usd: 0.25 })).toBe("$0.250");
});
