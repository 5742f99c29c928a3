import { scenesInOrder } from "@bazaar/shared/fold-video";
import { type ReactNode, useMemo } from "react";
import { Conversation } from "../conversation/conversation";
import { PreviewPane } from "../preview/preview-pane";
import { usePreview } from "../preview/use-preview";
import { placedScenes } from "../scenes/placed-scenes";
import { SceneStrip } from "../scenes/scene-strip";
import { ProjectHeader } from "./project-header";
import { Unavailable } from "./unavailable";
import { useProject } from "./use-project";

export function ProjectPage({ project }: { project: string }): ReactNode {
  const { state, connection } = useProject(project);
  const scenes = useMemo(() => placedScenes(scenesInOrder(state), state.jobs), [state]);
  const preview = usePreview(state.video, scenes, state.assetRoot);
  if (connection === "signed-out" || connection === "missing") {
    return <Unavailable connection={connection} />;
  }
  return (
    <div className="project-page">
      <title>{state.loaded ? `${state.video.name} – Bazaar` : "Bazaar"}</title>
      <ProjectHeader state={state} connection={connection} />
      <main className="panes">
        <Conversation project={project} state={state} />
        <div className="stage-side">
          <PreviewPane state={state} scenes={scenes} preview={preview} />
          <SceneStrip scenes={scenes} fps={state.video.fps} frame={preview.frame} onSeek={preview.seek} />
        </div>
      </main>
    </div>
  );
}
