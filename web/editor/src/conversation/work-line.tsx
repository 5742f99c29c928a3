import type { JobState } from "@bazaar/shared/state";
import { useAsking } from "@bazaar/shared/use-asking";
import type { ReactNode } from "react";
import { cancelJob } from "../api";
import { NotifyButton } from "../project/notify-button";
import { useTellingOfTheEnd } from "../project/use-telling-of-the-end";
import { counted } from "../words";
import { workInWords } from "./work-in-words";

interface WorkLineProps {
  /** Of the video. */
  readonly name: string;
  readonly jobs: readonly JobState[];
  readonly open: readonly JobState[];
}

/** One line about all work, said aloud when it changes, and the button that stops it all. */
export function WorkLine({ name, jobs, open }: WorkLineProps): ReactNode {
  const asking = useAsking();
  const stop = () =>
    void asking.ask(open.map((job) => job.id).join(" "), async (key) => {
      await Promise.all(open.map((job) => cancelJob(job.id, `${key}-${job.id}`)));
    });
  const words = asking.failure ?? workInWords(jobs);
  useTellingOfTheEnd(open.length > 0, name, words);
  return (
    <div className={`work-line ${open.length > 0 ? "working" : words === "" ? "idle" : ""}`}>
      <span role="status" aria-label="Work">
        {words}
      </span>
      {open.length > 0 && <NotifyButton />}
      {open.length > 0 && (
        <button
          type="button"
          className="small"
          disabled={asking.busy}
          onClick={stop}
          title={`Stops ${counted(open.length, "job")}; each can be resumed`}
        >
          {open.length > 1 ? "Stop all" : "Stop"}
        </button>
      )}
    </div>
  );
}
