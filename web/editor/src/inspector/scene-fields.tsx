import type { Scene } from "@bazaar/shared/events";
import { useAsking } from "@bazaar/shared/use-asking";
import type { ReactNode } from "react";
import type { Edits } from "../api";
import { LONGEST_FRAMES } from "../timeline/moving";
import { TRANSITIONS } from "../timeline/transitions";
import { ChoiceField } from "./choice-field";
import { NumberField } from "./number-field";
import { TextField } from "./text-field";

interface SceneFieldsProps {
  readonly scene: Scene;
  readonly fps: number;
  readonly edits: Edits;
}

export function SceneFields({ scene, fps, edits }: SceneFieldsProps): ReactNode {
  const keep = (edit: Parameters<Edits["scene"]>[1], key: string) => edits.scene(scene.id, edit, key);
  return (
    <div className="fields">
      <TextField label="Name" value={scene.name} longest={200} needed keep={(name, key) => keep({ name }, key)} />
      <NumberField
        label="Length in seconds"
        value={Math.round((scene.duration_frames / fps) * 100) / 100}
        least={1 / fps}
        most={LONGEST_FRAMES / fps}
        step={0.1}
        keep={(seconds, key) => keep({ duration_frames: Math.max(1, Math.round(seconds * fps)) }, key)}
      />
      <ChoiceField
        label="Comes by"
        value={scene.transition ?? "cut"}
        choices={TRANSITIONS}
        keep={(transition, key) => keep({ transition }, key)}
      />
      <TextField
        label="What it shows"
        value={scene.description ?? ""}
        rows={4}
        keep={(description, key) => keep({ description }, key)}
      />
      <SceneActions scene={scene} edits={edits} />
    </div>
  );
}

function SceneActions({ scene, edits }: { scene: Scene; edits: Edits }): ReactNode {
  const asking = useAsking();
  const act = (what: string, send: (scene: string, key: string) => Promise<void>) => () =>
    void asking.ask(`${what} ${scene.id}`, (key) => send(scene.id, key));
  return (
    <div className="field-actions">
      <button type="button" className="small" disabled={asking.busy} onClick={act("duplicate", edits.duplicateScene)}>
        Duplicate
      </button>
      <button type="button" className="small" disabled={asking.busy} onClick={act("remove", edits.removeScene)}>
        Remove
      </button>
      {asking.failure !== null && <span role="alert">{asking.failure}</span>}
    </div>
  );
}
