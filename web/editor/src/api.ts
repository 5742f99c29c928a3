/** What the editor asks of the server. Everything throws Problem with a sentence for people. */
import { BROWSER_REQUESTS, command, read } from "@bazaar/shared/request";

export interface ProjectSummary {
  readonly id: string;
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly scenes: number;
  readonly updated_at: string;
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
export async function createProject(size: Size, key: string): Promise<string> {
  const made = (await command("/api/projects", size, key, BROWSER_REQUESTS)) as { project: string };
  return made.project;
}

/** Done once the message is stored: from then on it is not lost. */
export async function sendMessage(project: string, content: string, key: string): Promise<void> {
  await command(`/api/projects/${encodeURIComponent(project)}/messages`, { content }, key, BROWSER_REQUESTS);
}

export async function resumeJob(job: string, key: string): Promise<void> {
  await command(`/api/jobs/${encodeURIComponent(job)}/resume`, {}, key, BROWSER_REQUESTS);
}

export async function cancelJob(job: string, key: string): Promise<void> {
  await command(`/api/jobs/${encodeURIComponent(job)}/cancel`, {}, key, BROWSER_REQUESTS);
}

/** The code of a bundle; content-addressed, so that it never changes. */
export async function loadBundle(sha256: string): Promise<string> {
  return (await read(`/api/artifacts/${encodeURIComponent(sha256)}`, BROWSER_REQUESTS)).text();
}
