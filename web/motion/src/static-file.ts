import { describe } from "./value";

let assetRoot = "/assets/";

/** Where the host serves assets; ends in a slash. */
export function setAssetRoot(root: string): void {
  assetRoot = root;
}

/** The address of one of the project's assets, by its name. */
export function staticFile(name: string): string {
  if (typeof name !== "string" || name === "") {
    throw new TypeError(`staticFile() was given ${describe(name)}; give the name of an asset`);
  }
  if (/^([a-z][a-z0-9+.-]*:|\/\/)/i.test(name)) {
    throw new TypeError(`staticFile() was given the address ${describe(name)}; use that address as it is`);
  }
  if (name.split(/[\\/]/).includes("..")) {
    throw new TypeError(`staticFile() was given ${describe(name)}; give a name inside the assets, without ".."`);
  }
  return assetRoot + name.replace(/^\/+/, "").split("/").map(encodeURIComponent).join("/");
}
