/** Takes files that are dropped onto something, and knows while some are held over it. */
import { type DragEvent, useState } from "react";
import { filesIn } from "./given-file";

export interface FileDrop {
  readonly isOver: boolean;
  readonly handlers: {
    readonly onDragOver: (event: DragEvent) => void;
    readonly onDragLeave: (event: DragEvent) => void;
    readonly onDrop: (event: DragEvent) => void;
  };
}

export function useFileDrop(onFiles: (files: readonly File[]) => void): FileDrop {
  const [isOver, setIsOver] = useState(false);
  const carriesFiles = (event: DragEvent) => event.dataTransfer.types.includes("Files");
  return {
    isOver,
    handlers: {
      onDragOver: (event) => {
        if (carriesFiles(event)) {
          event.preventDefault();
          setIsOver(true);
        }
      },
      onDragLeave: (event) => {
        if (!(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget))) {
          setIsOver(false);
        }
      },
      onDrop: (event) => {
        if (carriesFiles(event)) {
          event.preventDefault();
          setIsOver(false);
          onFiles(filesIn(event.dataTransfer));
        }
      },
    },
  };
}
