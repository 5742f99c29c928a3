import type { ReactNode } from "react";
import { Pick } from "./pick";

const ALL = "all";

interface FilterBarProps<Name extends string> {
  readonly values: Readonly<Record<Name, string>>;
  readonly onChange: (change: Partial<Record<Name, string>>) => void;
  readonly fields: readonly Filter<Name>[];
  readonly children?: ReactNode;
}

export interface Filter<Name extends string> {
  readonly name: Name;
  readonly label: string;
  /** A choice, where there is one; else words. */
  readonly choices?: readonly string[];
}

/** What to show, all of it kept in the address. "/" goes to its first box. */
export function FilterBar<Name extends string>(props: FilterBarProps<Name>): ReactNode {
  const { values, onChange, fields, children } = props;
  const change = (name: Name, value: string) => onChange({ [name]: value } as Partial<Record<Name, string>>);
  return (
    <search className="filters">
      {fields.map(({ name, label, choices }) =>
        choices === undefined ? (
          <label key={name}>
            <span>{label}</span>
            <input type="search" value={values[name]} onChange={(event) => change(name, event.target.value)} />
          </label>
        ) : (
          <Pick
            key={name}
            label={label}
            value={values[name] || ALL}
            choices={[ALL, ...choices]}
            onPick={(choice) => change(name, choice === ALL ? "" : choice)}
          />
        ),
      )}
      {children}
    </search>
  );
}
