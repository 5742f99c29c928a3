import type { ReactNode } from "react";
import { Field, type FieldProps } from "./field";

type TextFieldProps = Omit<FieldProps<string>, "children"> & {
  readonly rows?: number;
  readonly longest?: number;
  readonly needed?: boolean;
};

/** A line or some lines of text; Enter keeps a line, leaving keeps both. */
export function TextField({ rows = 1, longest = 4000, needed = false, ...field }: TextFieldProps): ReactNode {
  return (
    <Field {...field}>
      {({ id, value, enter, commit }) => {
        const keep = (text: string) => commit(needed && text.trim() === "" ? field.value : text);
        const shared = { id, value, maxLength: longest, onBlur: () => keep(value) };
        return rows > 1 ? (
          <textarea {...shared} rows={rows} onChange={(event) => enter(event.target.value)} />
        ) : (
          <input
            {...shared}
            onChange={(event) => enter(event.target.value)}
            onKeyDown={(event) => event.key === "Enter" && keep(event.currentTarget.value)}
          />
        );
      }}
    </Field>
  );
}
