import { useAsking } from "@bazaar/shared/use-asking";
import { type KeyboardEvent, type ReactNode, useState } from "react";
import type { Edits } from "../api";

/** The name of the video, changed where it stands: Enter keeps it, Escape does not. */
export function ProjectName({ name, edits }: { name: string; edits: Edits }): ReactNode {
  const [typed, setTyped] = useState<string | null>(null);
  const asking = useAsking();
  const keep = () => {
    const wanted = typed?.trim() ?? "";
    setTyped(null);
    if (wanted !== "" && wanted !== name) {
      void asking.ask(wanted, (key) => edits.video({ name: wanted }, key));
    }
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === "Escape") {
      setTyped(null);
    }
    if (event.key === "Enter") {
      event.currentTarget.blur();
    }
  };
  return (
    <h1>
      <input
        className="project-name"
        aria-label="Name of the video"
        title={asking.failure ?? "Rename"}
        aria-invalid={asking.failure !== null}
        maxLength={200}
        size={Math.max(6, (typed ?? name).length)}
        value={typed ?? name}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={keep}
        onKeyDown={onKeyDown}
      />
    </h1>
  );
}
