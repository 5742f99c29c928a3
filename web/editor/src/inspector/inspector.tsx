import type { ProjectState } from "@bazaar/shared/state";
import { Tabs } from "radix-ui";
import type { ReactNode } from "react";
import type { Edits } from "../api";
import { type PlacedScene, stateOf } from "../scenes/placed-scenes";
import { PropFields } from "./prop-fields";
import { RevisionList } from "./revision-list";
import { SceneFields } from "./scene-fields";
import { SourcePane } from "./source-pane";
import { useRevisions } from "./use-revisions";

interface InspectorProps {
  readonly placed: PlacedScene;
  readonly state: ProjectState;
  readonly edits: Edits;
  readonly onClose: () => void;
}

/** One scene in all its parts: what it is called and shows, its versions, its source. */
export function Inspector({ placed, state, edits, onClose }: InspectorProps): ReactNode {
  const { scene, job } = placed;
  const revisions = useRevisions(scene.id, `${scene.revision} ${state.stills[scene.revision ?? ""]?.length}`);
  return (
    <aside className="inspector" aria-label={`Scene ${scene.name}`}>
      <header>
        <h2>{scene.name}</h2>
        <span className="quiet">{stateOf(placed).words}</span>
        <button type="button" className="icon" aria-label="Close the inspector" title="Close" onClick={onClose}>
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d="m4 4 8 8M12 4l-8 8" />
          </svg>
        </button>
      </header>
      <Tabs.Root defaultValue="scene" className="tabs">
        <Tabs.List className="tab-list" aria-label="Parts of the scene">
          <Tabs.Trigger value="scene">Scene</Tabs.Trigger>
          <Tabs.Trigger value="revisions">Revisions</Tabs.Trigger>
          <Tabs.Trigger value="source">Source</Tabs.Trigger>
        </Tabs.List>
        <Tabs.Content value="scene" className="tab">
          <SceneFields scene={scene} fps={state.video.fps} edits={edits} />
          <PropFields scene={scene} revisions={revisions.known} edits={edits} />
        </Tabs.Content>
        <Tabs.Content value="revisions" className="tab">
          <RevisionList scene={scene} revisions={revisions} edits={edits} />
        </Tabs.Content>
        <Tabs.Content value="source" className="tab wide">
          <SourcePane scene={scene} job={job} edits={edits} />
        </Tabs.Content>
      </Tabs.Root>
    </aside>
  );
}
