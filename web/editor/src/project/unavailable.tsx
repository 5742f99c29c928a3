import { SIGNED_OUT } from "@bazaar/shared/problem";
import { useAsking } from "@bazaar/shared/use-asking";
import type { ReactNode } from "react";
import { restoreProject } from "../api";
import { START_ADDRESS } from "../route";

const REASONS = {
  "signed-out": { title: "Not signed in", sentence: SIGNED_OUT },
  missing: { title: "No such video", sentence: "There is no video at this address. It may have been made elsewhere." },
  deleted: { title: "Deleted", sentence: "This video was deleted. It is kept for a while, and can be restored." },
} as const;

interface UnavailableProps {
  readonly project: string;
  readonly reason: keyof typeof REASONS;
  /** Follow the project anew, once it is there again. */
  readonly onRestored: () => void;
}

export function Unavailable({ project, reason, onRestored }: UnavailableProps): ReactNode {
  const { title, sentence } = REASONS[reason];
  const asking = useAsking();
  const restore = () =>
    void asking.ask("restore", (key) => restoreProject(project, key)).then((done) => done && onRestored());
  return (
    <main className="unavailable">
      <title>{`${title} – Bazaar`}</title>
      <h1>{title}</h1>
      <p role="alert">{asking.failure ?? sentence}</p>
      <div className="unavailable-ways">
        {reason === "deleted" && (
          <button type="button" className="main" disabled={asking.busy} onClick={restore}>
            {asking.busy ? "Restoring…" : "Restore it"}
          </button>
        )}
        <a className="button" href={START_ADDRESS}>
          Your videos
        </a>
      </div>
    </main>
  );
}
