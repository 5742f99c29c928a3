/** Messages that nobody handled. */
import type { Fields } from "./actors";

export interface Letter {
  readonly number: number | null;
  readonly reason: string;
  readonly address: string;
  readonly label: string;
  readonly message: Fields;
  readonly sender: string | null;
  readonly job: string | null;
  readonly trace: string | null;
  readonly attempt: number;
  readonly at: number;
  /** Whether it can be sent again. */
  readonly kept: boolean;
}

/** What became of an order to many letters. */
export interface LetterBulk {
  readonly matched: number;
  readonly numbers: readonly number[];
  readonly done: number;
  readonly refused: readonly { readonly number: number; readonly detail: string }[];
}
