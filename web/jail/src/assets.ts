/** Files that are drawn: those of the project, or written into the component, and no other. */
import type { DrawnFrame } from "./drawing";
import { type Finding, failure } from "./finding";

const MEDIA = /<(?:img|image|video|audio|source|use|feImage)\b[^>]*?\s(?:src|href|xlink:href)="([^"]*)"/gi;
const URL_OF_STYLE = /\burl\((?:&quot;|&#x27;|['"])?(.*?)(?:&quot;|&#x27;|['"])?\)/gi;
const ROOT = "/assets/";

export function missingAssets(frames: readonly DrawnFrame[], assets: readonly string[]): Finding[] {
  const found = new Map<string, Finding>();
  for (const { frame, html } of frames) {
    for (const [, address = ""] of [...html.matchAll(MEDIA), ...html.matchAll(URL_OF_STYLE)]) {
      const finding = judged(address, frame, assets);
      if (finding !== null && !found.has(address)) {
        found.set(address, finding);
      }
    }
  }
  return [...found.values()].slice(0, MOST);
}

const MOST = 5;

function judged(address: string, frame: number, assets: readonly string[]): Finding | null {
  if (/^(data:|#|blob:)/i.test(address)) {
    return null;
  }
  const short = address.slice(0, 120);
  if (/^([a-z][a-z0-9+.-]*:)?\/\//i.test(address)) {
    const hint = "nothing is fetched while a frame is drawn: draw it as SVG, or take a file of the project";
    return failure("render.remote-asset", `a file elsewhere is drawn: ${short}`, hint, { frame });
  }
  const name = address.startsWith(ROOT) ? decoded(address.slice(ROOT.length)) : address;
  if (address.startsWith(ROOT) && assets.includes(name)) {
    return null;
  }
  const known = assets.length > 0 ? `the project has ${assets.slice(0, 20).join(", ")}` : "the project has no files";
  const hint = `${known}; take one by staticFile(name), or draw it as SVG`;
  return failure("render.missing-asset", `there is no file ${name.slice(0, 120)}`, hint, { frame });
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
