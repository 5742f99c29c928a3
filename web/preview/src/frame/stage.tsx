/** The picture: the canvas of the video, scaled to fit its window, with the scene of the moment on it. */
import { type Video, VideoProvider } from "@bazaar/motion/host";
import { type CSSProperties, type ReactNode, useMemo } from "react";
import type { PreviewScene, VideoSettings } from "../protocol";
import type { Arrival } from "./arriving";
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

interface StageProps {
  readonly picture: Picture;
  readonly leaving: Leaving | null;
  readonly window: { readonly width: number; readonly height: number };
}

export function Stage({ picture, leaving, window }: StageProps): ReactNode {
  const { width, height, background } = picture.video;
  const scale = scaleToFit(window.width / width, window.height / height, Math.max(width, height));
  const [left, top] = [(window.width - width * scale) / 2, (window.height - height * scale) / 2];
  const transform = `translate(${left}px, ${top}px) scale(${scale})`;
  return (
    <div className="canvas" style={{ width, height, background, transform }}>
      {leaving && <Layer key={keyOf(leaving.picture)} picture={leaving.picture} style={leaving.arrival.under} />}
      <Layer key={keyOf(picture)} picture={picture} style={leaving?.arrival.over} />
    </div>
  );
}

/** The scene that the one of the moment comes over, and how. */
export interface Leaving {
  readonly picture: Picture;
  readonly arrival: Arrival;
}

function Layer({ picture, style }: { picture: Picture; style: CSSProperties | undefined }): ReactNode {
  return (
    <div className="layer" style={style === undefined ? {} : { ...style, background: picture.video.background }}>
      <SceneBoundary name={picture.scene.name} frame={picture.frame} onError={picture.onError}>
        <Scene {...picture} />
      </SceneBoundary>
    </div>
  );
}

function keyOf({ scene, module }: Picture): string {
  return `${scene.id}:${module?.version}`;
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
