import { type ReactNode, useRef } from "react";
import { MEDIA_TYPES } from "./given-file";

/** Chooses pictures from this computer. */
export function AttachButton({ onFiles }: { onFiles: (files: readonly File[]) => void }): ReactNode {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button
        type="button"
        className="icon"
        aria-label="Attach a picture"
        title="Attach a picture: choose, paste or drop it"
        onClick={() => input.current?.click()}
      >
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M13.5 7.5 8 13a3.4 3.4 0 0 1-4.8-4.8l6-6a2.2 2.2 0 0 1 3.2 3.2l-5.8 5.8a1 1 0 0 1-1.5-1.5L10 4.8" />
        </svg>
      </button>
      <input
        ref={input}
        type="file"
        className="unseen"
        tabIndex={-1}
        aria-hidden="true"
        accept={MEDIA_TYPES.join(",")}
        multiple
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          event.target.value = ""; // so that the same file can be chosen again
        }}
      />
    </>
  );
}
