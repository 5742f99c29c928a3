/** One file on its way to the project, with how much of it is there; fetch tells nothing of that, so not by fetch. */
import type { Asset } from "@bazaar/shared/events";
import { Problem, problemOf, UNREACHABLE } from "@bazaar/shared/problem";

export interface Upload {
  readonly done: Promise<Asset>;
  readonly cancel: () => void;
}

export type StartUpload = (project: string, file: File, onShare: (share: number) => void) => Upload;

export const startUpload: StartUpload = (project, file, onShare) => {
  const request = new XMLHttpRequest();
  const name = encodeURIComponent(file.name);
  request.open("POST", `/api/projects/${encodeURIComponent(project)}/assets?name=${name}`);
  request.setRequestHeader("Idempotency-Key", crypto.randomUUID());
  request.upload.onprogress = ({ loaded, total }) => onShare(total === 0 ? 0 : loaded / total);
  const done = new Promise<Asset>((resolve, reject) => {
    request.onload = () => void assetIn(request).then(resolve, reject);
    request.onerror = () => reject(new Problem(0, "unreachable", UNREACHABLE));
  });
  request.send(file);
  return { done, cancel: () => request.abort() };
};

async function assetIn(request: XMLHttpRequest): Promise<Asset> {
  if (request.status !== 201) {
    throw await problemOf(new Response(request.responseText, { status: request.status || 503 }));
  }
  return JSON.parse(request.responseText) as Asset;
}
