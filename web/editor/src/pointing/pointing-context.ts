/** What somebody pointed at in the preview, for whoever speaks of it: the picture and the box for messages. */
import type { Pointed } from "@bazaar/preview/pointing";
import { createContext, useContext } from "react";

export interface Pointing {
  readonly pointed: Pointed | null;
  /** As people say it; empty where nothing is pointed at. */
  readonly words: string;
  readonly clear: () => void;
}

export const PointingContext = createContext<Pointing>({ pointed: null, words: "", clear: () => undefined });

export function usePointing(): Pointing {
  return useContext(PointingContext);
}
