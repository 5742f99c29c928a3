/** Where in the console one is, in the address: `#/jobs/ID?status=failed`, so that every view is a link. */
import { useCallback, useMemo, useSyncExternalStore } from "react";

export interface Route {
  readonly page: string;
  /** What of the page: an actor, a job. */
  readonly name: string | null;
  readonly query: URLSearchParams;
}

export function routeIn(hash: string): Route {
  const [path = "", query = ""] = hash.replace(/^#\/?/, "").split(/\?(.*)/s);
  const [page = "", name] = path.split("/");
  return { page: page || "tree", name: name ? decoded(name) : null, query: new URLSearchParams(query) };
}

export function addressOf(
  page: string,
  name: string | null = null,
  query: Readonly<Record<string, string>> = {},
): string {
  const filled = Object.entries(query).filter(([, value]) => value !== "");
  const asked = filled.length === 0 ? "" : `?${new URLSearchParams(filled)}`;
  return `#/${page}${name === null ? "" : `/${encodeURIComponent(name)}`}${asked}`;
}

export function useRoute(): Route {
  const hash = useSyncExternalStore(onAddressChange, () => window.location.hash);
  return useMemo(() => routeIn(hash), [hash]);
}

/** The filters of a page, kept in its address; changing one makes no entry in the browser's history. */
export function useFilters<Name extends string>(
  names: readonly Name[],
): readonly [Record<Name, string>, (change: Partial<Record<Name, string>>) => void] {
  const { page, name, query } = useRoute();
  const text = query.toString();
  const filters = useMemo(() => {
    const asked = new URLSearchParams(text);
    return Object.fromEntries(names.map((each) => [each, asked.get(each) ?? ""])) as Record<Name, string>;
  }, [text, names]);
  const change = useCallback(
    (changed: Partial<Record<Name, string>>) => {
      window.history.replaceState(
        null,
        "",
        addressOf(page, name, { ...filters, ...changed } as Record<string, string>),
      );
      window.dispatchEvent(new HashChangeEvent("hashchange"));
    },
    [page, name, filters],
  );
  return [filters, change];
}

function onAddressChange(notify: () => void): () => void {
  window.addEventListener("hashchange", notify);
  return () => window.removeEventListener("hashchange", notify);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
