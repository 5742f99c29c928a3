/** Keeps the list of videos true: read at the start and whenever the window is looked at again, changed at once. */
import { sentenceOf } from "@bazaar/shared/problem";
import { useAsking } from "@bazaar/shared/use-asking";
import { useCallback, useEffect, useState } from "react";
import {
  deletedProjects,
  deleteProject,
  duplicateProject,
  Edits,
  listProjects,
  type ProjectSummary,
  restoreProject,
} from "../api";

export interface Listed {
  readonly projects: readonly ProjectSummary[];
  readonly deleted: readonly ProjectSummary[];
}

/** What was just done, so that it can be said, and undone. */
export interface Done {
  readonly kind: "deleted" | "restored" | "duplicated";
  readonly name: string;
  /** The project that is deleted or back, or the copy. */
  readonly project: string;
}

export interface Projects {
  /** Null until it is known. */
  readonly listed: Listed | null;
  readonly failure: string | null;
  readonly busy: boolean;
  readonly done: Done | null;
  readonly forget: () => void;
  readonly remove: (project: ProjectSummary) => void;
  readonly restore: (project: { readonly id: string; readonly name: string }) => void;
  readonly duplicate: (project: ProjectSummary) => void;
  /** True once it has the name. */
  readonly rename: (project: ProjectSummary, name: string) => Promise<boolean>;
}

export function useProjects(): Projects {
  const { listed, failure, look } = useListing();
  const [done, setDone] = useState<Done | null>(null);
  const asking = useAsking();
  const act = async (wish: string, send: (key: string) => Promise<Done | null>) => {
    setDone(null);
    const held = await asking.ask(wish, async (key) => setDone(await send(key)));
    await look();
    return held;
  };
  return {
    listed,
    failure: asking.failure ?? failure,
    busy: asking.busy,
    done,
    forget: () => setDone(null),
    remove: ({ id, name }) =>
      void act(`delete ${id}`, async (key) => {
        await deleteProject(id, key);
        return { kind: "deleted", name, project: id };
      }),
    restore: ({ id, name }) =>
      void act(`restore ${id}`, async (key) => {
        await restoreProject(id, key);
        return { kind: "restored", name, project: id };
      }),
    duplicate: ({ id, name }) =>
      void act(`duplicate ${id}`, async (key) => ({
        kind: "duplicated",
        name,
        project: await duplicateProject(id, key),
      })),
    rename: ({ id }, name) =>
      act(`rename ${id} ${name}`, async (key) => {
        await new Edits(id).video({ name }, key);
        return null;
      }),
  };
}

interface Listing {
  readonly listed: Listed | null;
  readonly failure: string | null;
  readonly look: () => Promise<void>;
}

function useListing(): Listing {
  const [listed, setListed] = useState<Listed | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const look = useCallback(async () => {
    try {
      const [projects, deleted] = await Promise.all([listProjects(), deletedProjects()]);
      setListed({ projects, deleted });
      setFailure(null);
    } catch (error) {
      setFailure(sentenceOf(error));
    }
  }, []);
  useEffect(() => {
    const again = () => document.visibilityState === "visible" && void look();
    void look();
    document.addEventListener("visibilitychange", again);
    return () => document.removeEventListener("visibilitychange", again);
  }, [look]);
  return { listed, failure, look };
}
