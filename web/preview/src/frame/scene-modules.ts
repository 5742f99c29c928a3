/** The imported code of each scene: one module per scene, imported again only when its code changed. */
import { isComponent } from "@bazaar/motion/host";
import type { ComponentType } from "react";
import type { PreviewScene } from "../protocol";

export type SceneComponent = ComponentType<Record<string, unknown>>;
/** Its version tells one import from the next. */
export type SceneModule = { readonly version: number } & (
  | { readonly component: SceneComponent }
  | { readonly error: string }
);
export type ImportCode = (code: string) => Promise<Record<string, unknown>>;

export class SceneModules {
  readonly #modules = new Map<string, { code: string; module: SceneModule }>();
  readonly #import: ImportCode;
  #versions = 0;

  constructor(importCode: ImportCode = importFromBlob) {
    this.#import = importCode;
  }

  get(scene: PreviewScene): SceneModule | null {
    const known = this.#modules.get(scene.id);
    return known !== undefined && known.code === scene.code ? known.module : null;
  }

  /** Imports what is new or changed, and forgets scenes that are gone. Says each scene before it is run. */
  async load(scenes: readonly PreviewScene[], before: (scene: PreviewScene) => Promise<void>): Promise<void> {
    const ids = new Set(scenes.map((scene) => scene.id));
    for (const id of this.#modules.keys()) {
      if (!ids.has(id)) {
        this.#modules.delete(id);
      }
    }
    for (const scene of scenes) {
      if (scene.code !== null && this.get(scene) === null) {
        await before(scene);
        this.#modules.set(scene.id, { code: scene.code, module: await this.#read(scene.code) });
      }
    }
  }

  async #read(code: string): Promise<SceneModule> {
    this.#versions += 1;
    const version = this.#versions;
    try {
      const found = (await this.#import(code))["default"];
      return isComponent(found)
        ? { version, component: found as SceneComponent }
        : { version, error: "it does not export a component by default" };
    } catch (error) {
      return { version, error: messageOf(error) };
    }
  }
}

/** The message of whatever was thrown, which may be anything at all. */
export function messageOf(error: unknown): string {
  try {
    return error instanceof Error ? `${error.message}` : `${error}`;
  } catch {
    return "something that cannot be shown was thrown";
  }
}

async function importFromBlob(code: string): Promise<Record<string, unknown>> {
  const address = URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
  try {
    return (await import(address)) as Record<string, unknown>;
  } finally {
    URL.revokeObjectURL(address);
  }
}
