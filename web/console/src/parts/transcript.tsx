import type { ReactNode } from "react";
import { useRead } from "../world/use-read";
import { Pre } from "./json-view";
import { Loaded } from "./loaded";

/** The words that went to a model, or came from it. */
export function Transcript({ artifact }: { readonly artifact: string }): ReactNode {
  const words = useRead(`transcript ${artifact}`, (reads) => reads.transcript(artifact));
  return <Loaded of={words}>{(text) => <Pre label="Transcript" text={readable(text)} />}</Loaded>;
}

function readable(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
