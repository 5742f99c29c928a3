import { type ReactNode, useState } from "react";
import { Edits } from "../api";
import { Conversation } from "../conversation/conversation";
import { UsageContext, useUsage } from "../cost/use-usage";
import { Inspector } from "../inspector/inspector";
import { PointingContext } from "../pointing/pointing-context";
import { usePointed, usePointingAt } from "../pointing/use-pointed";
import { PreviewPane } from "../preview/preview-pane";
import { usePreview } from "../preview/use-preview";
import { usePlacedScenes } from "../scenes/use-placed-scenes";
import { Timeline } from "../timeline/timeline";
import { EditsContext } from "./edits-context";
import { ProjectHeader } from "./project-header";
import { Unavailable } from "./unavailable";
import { useProject } from "./use-project";

export function ProjectPage({ project }: { project: string }): ReactNode {
  const { state, connection, refollow } = useProject(project);
  const [edits] = useState(() => new Edits(project));
  const [selected, setSelected] = useState<string | null>(null);
  const usage = useUsage(project, state);
  const scenes = usePlacedScenes(state);
  const [pointed, point] = usePointed();
  const pointing = usePointingAt(pointed, point, scenes);
  const preview = usePreview(state.video, scenes, state.assetRoot, point);
  const inspected = scenes.find(({ scene }) => scene.id === selected) ?? null;
  const reason = state.deleted ? "deleted" : connection;
  if (reason === "signed-out" || reason === "missing" || reason === "deleted") {
    return <Unavailable project={project} reason={reason} onRestored={refollow} />;
  }
  return (
    <EditsContext value={edits}>
      <UsageContext value={usage}>
        <PointingContext value={pointing}>
          <div className="project-page">
            <title>{state.loaded ? `${state.video.name} – Bazaar` : "Bazaar"}</title>
            <ProjectHeader state={state} connection={connection} edits={edits} />
            <main className={inspected === null ? "panes" : "panes inspecting"}>
              <Conversation project={project} state={state} />
              <div className="stage-side">
                <PreviewPane state={state} scenes={scenes} preview={preview} />
                <Timeline
                  scenes={scenes}
                  stills={state.stills}
                  fps={state.video.fps}
                  playhead={preview.playhead}
                  selected={selected}
                  edits={edits}
                  onSelect={setSelected}
                  onSeek={preview.seek}
                />
              </div>
              {inspected !== null && (
                <Inspector
                  key={inspected.scene.id}
                  placed={inspected}
                  state={state}
                  edits={edits}
                  onClose={() => setSelected(null)}
                />
              )}
            </main>
          </div>
        </PointingContext>
      </UsageContext>
    </EditsContext>
  );
}
