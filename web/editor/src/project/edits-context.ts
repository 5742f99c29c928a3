import { createContext, useContext } from "react";
import type { Edits } from "../api";

export const EditsContext = createContext<Edits | null>(null);

/** What changes the project of this page; null where no project is open. */
export function useEdits(): Edits | null {
  return useContext(EditsContext);
}
