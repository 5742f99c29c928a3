/** Which project the address names: `#/projects/ID`, or `?project=ID` for links made by hand. */
import { useSyncExternalStore } from "react";

export function projectIn(address: { readonly hash: string; readonly search: string }): string | null {
  const named = /^#\/projects\/([^/]+)\/?$/.exec(address.hash)?.[1];
  if (named !== undefined) {
    return decoded(named);
  }
  // "#/" is the start page, also where the address still carries a query.
  return address.hash === "#/" ? null : new URLSearchParams(address.search).get("project") || null;
}

export function addressOf(project: string): string {
  return `#/projects/${encodeURIComponent(project)}`;
}

export const START_ADDRESS = "#/";

export function useProjectInAddress(): string | null {
  return useSyncExternalStore(onAddressChange, () => projectIn(window.location));
}

function onAddressChange(notify: () => void): () => void {
  window.addEventListener("hashchange", notify);
  return () => window.removeEventListener("hashchange", notify);
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
