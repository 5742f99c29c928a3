import type { ReactNode } from "react";
import { Field, type FieldProps } from "./field";

type ChoiceFieldProps = Omit<FieldProps<string>, "children"> & {
  readonly choices: readonly { readonly name: string; readonly words: string }[];
};

export function ChoiceField({ choices, ...field }: ChoiceFieldProps): ReactNode {
  const known = choices.some(({ name }) => name === field.value);
  return (
    <Field {...field}>
      {({ id, value, commit }) => (
        <select id={id} value={value} onChange={(event) => commit(event.target.value)}>
          {!known && <option value={field.value}>{field.value}</option>}
          {choices.map(({ name, words }) => (
            <option key={name} value={name}>
              {words}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
