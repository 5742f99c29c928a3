/** The picture: the canvas of the video, scaled to fit its window, with the scene of the moment on it. */
import { type Video, VideoProvider } from "@bazaar/motion/host";
import { type ReactNode, useMemo } from "react";
import type { PreviewScene, VideoSettings } from "../protocol";
import { Placard, SceneBoundary } from "./scene-boundary";
import type { SceneModule } from "./scene-modules";

export interface Picture {
  readonly video: VideoSettings;
  readonly scene: PreviewScene;
  readonly module: SceneModule | null;
  /** Counted in the scene. */
  readonly frame: number;
  readonly playing: boolean;
  readonly onError: (message: string) => void;
}

export function Stage(props: { picture: Picture; window: { width: number; height: number } }): ReactNode {
  const { picture, window } = props;
  const { width, height, background } = picture.video;
  const scale = scaleToFit(window.width / width, window.height / height, Math.max(width, height));
  const [left, top] = [(window.width - width * scale) / 2, (window.height - height * scale) / 2];
  const transform = `translate(${left}px, ${top}px) scale(${scale})`;
  return (
    <div className="canvas" style={{ width, height, background, transform }}>
      <SceneBoundary
        key={`${picture.scene.id}:${picture.module?.version}`}
        name={picture.scene.name}
        frame={picture.frame}
        onError={picture.onError}
      >
        <Scene {...picture} />
      </SceneBoundary>
    </div>
  );
}

/** Where the shapes are the same but for a rounded pixel, the canvas covers the window, so that no seam shows. */
function scaleToFit(across: number, down: number, longest: number): number {
  const [fit, cover] = [Math.min(across, down), Math.max(across, down)];
  return (cover - fit) * longest < 1.5 ? cover : fit;
}

function Scene({ video, scene, module, frame, playing }: Picture): ReactNode {
  const around = useMemo(() => videoOf(video, scene), [video, scene]);
  if (module === null) {
    return <Placard title={scene.name} text={scene.note} />;
  }
  if ("error" in module) {
    return <Placard title={scene.name} text={module.error} wrong />;
  }
  return (
    <VideoProvider video={around} frame={frame} playing={playing}>
      <module.component {...scene.props} />
    </VideoProvider>
  );
}

function videoOf({ width, height, fps }: VideoSettings, scene: PreviewScene): Video {
  return { id: scene.id, width, height, fps, durationInFrames: scene.durationFrames, props: scene.props };
}
