/** An order to letters is answered also when it did nothing; who ordered one wants to hear that. */
import { Problem } from "@bazaar/shared/problem";
import type { LetterBulk } from "../told/letters";

/** Throws with the first reason of a refusal. */
export function obeyed({ refused }: LetterBulk): void {
  const first = refused[0];
  if (first !== undefined) {
    throw new Problem(409, "letter.refused", first.detail);
  }
}
