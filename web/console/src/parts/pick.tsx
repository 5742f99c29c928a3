import type { ReactNode } from "react";

interface PickProps<Choice extends string> {
  readonly label: string;
  readonly value: Choice;
  readonly choices: readonly Choice[];
  readonly onPick: (choice: Choice) => void;
}

/** One of a few words. */
export function Pick<Choice extends string>({ label, value, choices, onPick }: PickProps<Choice>): ReactNode {
  return (
    <label>
      <span>{label}</span>
      <select value={value} onChange={(event) => onPick(event.target.value as Choice)}>
        {choices.map((choice) => (
          <option key={choice}>{choice}</option>
        ))}
      </select>
    </label>
  );
}
