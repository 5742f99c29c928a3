import type { JsonValue, Scene } from "@bazaar/shared/events";
import type { ReactNode } from "react";
import type { Edits, Revision } from "../api";
import { ChoiceField } from "./choice-field";
import { type DeclaredProp, declaredProps, inWords } from "./declared";
import { Field } from "./field";
import { NumberField } from "./number-field";
import { TextField } from "./text-field";

interface PropFieldsProps {
  readonly scene: Scene;
  readonly revisions: readonly Revision[];
  readonly edits: Edits;
}

/** The props of the component as controls that apply at once, without a model call. */
export function PropFields({ scene, revisions, edits }: PropFieldsProps): ReactNode {
  const declared = declaredProps(scene, revisions);
  const keep = (name: string) => (value: JsonValue, key: string) =>
    edits.scene(scene.id, { set_props: { [name]: value } }, key);
  if (declared.length === 0) {
    return null;
  }
  return (
    <section className="fields" aria-labelledby="props-title">
      <h3 id="props-title">Shown in it</h3>
      {declared.map((prop) => (
        <PropField key={prop.name} prop={prop} keep={keep(prop.name)} />
      ))}
    </section>
  );
}

interface PropFieldProps {
  readonly prop: DeclaredProp;
  readonly keep: (value: JsonValue, key: string) => Promise<void>;
}

function PropField({ prop, keep }: PropFieldProps): ReactNode {
  const label = inWords(prop.name);
  const text = typeof prop.value === "string" ? prop.value : String(prop.value ?? "");
  switch (prop.kind) {
    case "number":
      return <NumberField label={label} value={Number(prop.value)} keep={keep} />;
    case "colour":
      return <ColourField label={label} value={text} keep={keep} />;
    case "boolean":
      return <SwitchField label={label} value={prop.value === true} keep={keep} />;
    case "choice":
      return (
        <ChoiceField
          label={label}
          value={text}
          choices={prop.choices.map((name) => ({ name, words: inWords(name) }))}
          keep={keep}
        />
      );
    case "text":
      return <TextField label={label} value={text} rows={text.length > 40 ? 3 : 1} keep={keep} />;
  }
}

function ColourField(field: { label: string; value: string; keep: PropFieldProps["keep"] }): ReactNode {
  return (
    <Field {...field}>
      {({ id, value, enter, commit }) => (
        <span className="colour">
          <input
            id={id}
            type="color"
            value={value}
            onChange={(event) => enter(event.target.value)}
            onBlur={() => commit(value)}
          />
          <code>{value}</code>
        </span>
      )}
    </Field>
  );
}

function SwitchField(field: { label: string; value: boolean; keep: PropFieldProps["keep"] }): ReactNode {
  return (
    <Field {...field}>
      {({ id, value, commit }) => (
        <input id={id} type="checkbox" checked={value} onChange={(event) => commit(event.target.checked)} />
      )}
    </Field>
  );
}
