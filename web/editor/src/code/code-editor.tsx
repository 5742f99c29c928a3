import type { Finding } from "@bazaar/shared/events";
import { type ReactNode, useEffect, useRef, useState } from "react";
import type { MountedEditor } from "./mounting";

interface CodeEditorProps {
  readonly label: string;
  /** What is shown at first, and again whenever it becomes another. */
  readonly text: string;
  readonly findings: readonly Finding[];
  readonly onText: (text: string) => void;
}

/** CodeMirror, loaded when it is opened. */
export function CodeEditor({ label, text, findings, onText }: CodeEditorProps): ReactNode {
  const place = useRef<HTMLDivElement>(null);
  const [editor, setEditor] = useState<MountedEditor | null>(null);
  const told = useRef(onText);
  told.current = onText;
  useEffect(() => {
    let mounted: MountedEditor | null = null;
    let wanted = true;
    void import("./mounting").then(({ mountEditor }) => {
      if (wanted && place.current !== null) {
        mounted = mountEditor(place.current, { label, text, onText: (typed) => told.current(typed) });
        setEditor(mounted);
      }
    });
    return () => {
      wanted = false;
      mounted?.close();
      setEditor(null);
    };
  }, [label, text]);
  useEffect(() => editor?.mark(findings), [editor, findings]);
  return (
    <div className="code" ref={place}>
      {editor === null && <p className="quiet">Opening the source…</p>}
    </div>
  );
}
