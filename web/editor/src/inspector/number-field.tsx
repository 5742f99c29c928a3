import type { ReactNode } from "react";
import { Field, type FieldProps } from "./field";

type NumberFieldProps = Omit<FieldProps<number>, "children"> & {
  readonly least?: number;
  readonly most?: number;
  readonly step?: number;
};

/** A number; the arrows and Enter keep it, leaving keeps it too. What is none is put back. */
export function NumberField({ least, most, step, ...field }: NumberFieldProps): ReactNode {
  return (
    <Field {...field}>
      {({ id, value, enter, commit }) => {
        const keep = (number: number) => commit(Number.isFinite(number) ? limited(number, least, most) : field.value);
        return (
          <input
            id={id}
            type="number"
            min={least}
            max={most}
            step={step ?? "any"}
            value={Number.isFinite(value) ? value : ""}
            onChange={(event) => enter(event.target.valueAsNumber)}
            onBlur={() => keep(value)}
            onKeyDown={(event) => event.key === "Enter" && keep(event.currentTarget.valueAsNumber)}
          />
        );
      }}
    </Field>
  );
}

function limited(number: number, least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY): number {
  return Math.min(most, Math.max(least, number));
}
