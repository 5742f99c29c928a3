/** What the editor asks of the server. Everything throws Problem with a sentence for people. */
import type { Finding, JsonValue, Pointed, Still } from "@bazaar/shared/events";
import { BROWSER_REQUESTS, command, type Method, read, send } from "@bazaar/shared/request";

export interface ProjectSummary {
  readonly id: string;
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly scenes: number;
  readonly updated_at: string;
  readonly still?: string | null;
  readonly deleted_at?: string | null;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export async function listProjects(): Promise<readonly ProjectSummary[]> {
  const body = (await (await read("/api/projects", BROWSER_REQUESTS)).json()) as { projects: ProjectSummary[] };
  return body.projects;
}

/** A new, empty project; its id. */
export async function createProject(size: Size & { readonly fps: number }, key: string): Promise<string> {
  const made = (await command("/api/projects", size, key, BROWSER_REQUESTS)) as { project: string };
  return made.project;
}

export interface NewMessage {
  readonly content: string;
  /** Ids of files of the project. */
  readonly attachments?: readonly string[];
  /** What is meant by it in the picture of a scene. */
  readonly pointed?: Pointed;
}

/** Put away, and kept for a while: `restoreProject` brings it back, with the work that was under way. */
export async function deleteProject(project: string, key: string): Promise<void> {
  await send("DELETE", projectAddress(project), {}, key, BROWSER_REQUESTS);
}

export async function restoreProject(project: string, key: string): Promise<void> {
  await command(`${projectAddress(project)}/restore`, {}, key, BROWSER_REQUESTS);
}

/** The id of the copy. */
export async function duplicateProject(project: string, key: string): Promise<string> {
  const made = await command(`${projectAddress(project)}/duplicate`, {}, key, BROWSER_REQUESTS);
  return (made as { project: string }).project;
}

export async function deletedProjects(): Promise<readonly ProjectSummary[]> {
  return ((await readJson("/api/projects/deleted")) as { projects: ProjectSummary[] }).projects;
}

/** Done once the message is stored: from then on it is not lost. */
export async function sendMessage(project: string, message: NewMessage, key: string): Promise<void> {
  await command(`${projectAddress(project)}/messages`, message, key, BROWSER_REQUESTS);
}

/** Say a message otherwise that waits for its turn. */
export async function editMessage(project: string, message: string, content: string, key: string): Promise<void> {
  await send("PATCH", messageAddress(project, message), { content }, key, BROWSER_REQUESTS);
}

/** Take a message back that waits for its turn. */
export async function withdrawMessage(project: string, message: string, key: string): Promise<void> {
  await send("DELETE", messageAddress(project, message), {}, key, BROWSER_REQUESTS);
}

/** How a stopped job goes on; nothing given: after its last good step. */
export interface Resumption {
  readonly from_step?: string;
  readonly prompt?: string;
  readonly source?: string;
}

export async function resumeJob(job: string, key: string, how: Resumption = {}): Promise<void> {
  await command(`/api/jobs/${encodeURIComponent(job)}/resume`, how, key, BROWSER_REQUESTS);
}

export async function cancelJob(job: string, key: string): Promise<void> {
  await command(`/api/jobs/${encodeURIComponent(job)}/cancel`, {}, key, BROWSER_REQUESTS);
}

/** Cut the wait before the next attempt. */
export async function runJobNow(job: string, key: string): Promise<void> {
  await command(`/api/jobs/${encodeURIComponent(job)}/run-now`, {}, key, BROWSER_REQUESTS);
}

/** The source that a component job has come to, to be edited by hand. */
export async function draftOf(job: string): Promise<string> {
  return ((await readJson(`/api/jobs/${encodeURIComponent(job)}/draft`)) as { source: string }).source;
}

/** The code of a bundle; content-addressed, so that it never changes. */
export async function loadBundle(sha256: string): Promise<string> {
  return (await read(pictureAddress(sha256), BROWSER_REQUESTS)).text();
}

/** Where an artifact lies; a still is a picture there. */
export function pictureAddress(sha256: string): string {
  return `/api/artifacts/${encodeURIComponent(sha256)}`;
}

export interface SceneEdit {
  readonly name?: string;
  readonly description?: string;
  readonly duration_frames?: number;
  readonly transition?: string;
  /** These; the others stay as they are, also when somebody changes them at the same moment. */
  readonly set_props?: Readonly<Record<string, JsonValue>>;
  readonly position?: number;
}

export interface VideoEdit {
  readonly name?: string;
  readonly width?: number;
  readonly height?: number;
  readonly fps?: number;
  readonly background?: string;
}

/** What a person changes of one project; each can be undone, and comes back to everybody as events. */
export class Edits {
  readonly #address: string;

  constructor(project: string) {
    this.#address = projectAddress(project);
  }

  readonly video = (edit: VideoEdit, key: string) => this.#send("PATCH", "", edit, key);

  readonly scene = (scene: string, edit: SceneEdit, key: string) => this.#send("PATCH", sceneAddress(scene), edit, key);

  readonly removeScene = (scene: string, key: string) => this.#send("DELETE", sceneAddress(scene), {}, key);

  readonly duplicateScene = (scene: string, key: string) =>
    this.#send("POST", `${sceneAddress(scene)}/duplicate`, {}, key);

  readonly restore = (scene: string, revision: string, key: string) =>
    this.#send("POST", `${sceneAddress(scene)}/revisions/${encodeURIComponent(revision)}/restore`, {}, key);

  /** Have a source of the person's own checked, and shown when it holds. */
  readonly ownSource = (scene: string, source: string, key: string) =>
    this.#send("POST", `${sceneAddress(scene)}/components`, { source }, key);

  /** Have the component made anew. */
  readonly remake = (scene: string, key: string) => this.#send("POST", `${sceneAddress(scene)}/components`, {}, key);

  readonly undo = (edit: string, key: string) => this.#send("POST", "/undo", { edit }, key);

  readonly redo = (edit: string, key: string) => this.#send("POST", "/redo", { edit }, key);

  async #send(method: Method, path: string, body: unknown, key: string): Promise<void> {
    await send(method, `${this.#address}${path}`, body, key, BROWSER_REQUESTS);
  }
}

export interface Revision {
  readonly id: string;
  readonly scene: string;
  readonly number: number;
  readonly job: string;
  readonly current: boolean;
  readonly created_at: string;
  readonly findings: readonly Finding[];
  readonly stills: readonly Still[];
  readonly author: "person" | "model";
  /** What it was asked to be, where somebody asked. */
  readonly instruction: string | null;
  /** What the component declares that it may be given. */
  readonly props?: readonly DeclaredProp[];
}

export interface DeclaredProp {
  readonly name: string;
  readonly kind: "text" | "number" | "colour" | "boolean" | "choice";
  readonly default: JsonValue;
  readonly choices?: readonly string[];
}

export async function revisionsOf(scene: string): Promise<readonly Revision[]> {
  const found = await readJson(`/api/scenes/${encodeURIComponent(scene)}/revisions`);
  return (found as { revisions: Revision[] }).revisions;
}

export async function sourceOf(revision: string): Promise<string> {
  return ((await readJson(`/api/revisions/${encodeURIComponent(revision)}`)) as { source: string }).source;
}

/** About what the components of so many scenes cost, in a sentence. */
export async function estimateOf(scenes: number): Promise<string> {
  return ((await readJson(`/api/estimate?scenes=${scenes}`)) as { sentence: string }).sentence;
}

async function readJson(url: string): Promise<unknown> {
  return (await read(url, BROWSER_REQUESTS)).json();
}

function projectAddress(project: string): string {
  return `/api/projects/${encodeURIComponent(project)}`;
}

function messageAddress(project: string, message: string): string {
  return `${projectAddress(project)}/messages/${encodeURIComponent(message)}`;
}

function sceneAddress(scene: string): string {
  return `/scenes/${encodeURIComponent(scene)}`;
}
