/** Keeps the pictures of a message that is being written: each goes to the project at once, and shows how it fares. */
import { sentenceOf } from "@bazaar/shared/problem";
import { useCallback, useEffect, useRef, useState } from "react";
import { type GivenFile, refusalOf } from "./given-file";
import { type StartUpload, startUpload, type Upload } from "./upload";

export interface Attachments {
  readonly files: readonly GivenFile[];
  /** Ids of those that are there. */
  readonly ids: readonly string[];
  /** Whether some are still on their way. */
  readonly busy: boolean;
  readonly add: (files: readonly File[]) => void;
  readonly remove: (key: string) => void;
  readonly clear: () => void;
}

export function useAttachments(project: string, start: StartUpload = startUpload): Attachments {
  const [files, setFiles] = useState<readonly GivenFile[]>([]);
  const uploads = useRef(new Map<string, Upload>());
  const pictures = useRef(new Set<string>());
  useEffect(
    () => () => {
      for (const picture of pictures.current) {
        URL.revokeObjectURL(picture);
      }
    },
    [],
  );
  const change = useCallback((key: string, part: Partial<GivenFile>) => {
    setFiles((now) => now.map((file) => (file.key === key ? { ...file, ...part } : file)));
  }, []);
  const send = (key: string, file: File) => {
    const upload = start(project, file, (share) => change(key, { share }));
    uploads.current.set(key, upload);
    upload.done.then(
      (asset) => change(key, { asset, share: 1 }),
      (error: unknown) => change(key, { failure: sentenceOf(error) }),
    );
  };
  const add = (given: readonly File[]) => {
    const held = given.map((file, index) => ({ file, entry: entryOf(file, files.length + index) }));
    setFiles((now) => [...now, ...held.map(({ entry }) => entry)]);
    for (const { file, entry } of held) {
      pictures.current.add(entry.picture);
      if (entry.failure === null) {
        send(entry.key, file);
      }
    }
  };
  const remove = (key: string) => {
    uploads.current.get(key)?.cancel();
    setFiles((now) => now.filter((file) => file.key !== key));
  };
  return {
    files,
    ids: files.flatMap(({ asset }) => asset?.id ?? []),
    busy: files.some(({ asset, failure }) => asset === null && failure === null),
    add,
    remove,
    clear: () => setFiles([]),
  };
}

function entryOf(file: File, before: number): GivenFile {
  const failure = refusalOf(file, before);
  const picture = failure === null ? URL.createObjectURL(file) : "";
  return { key: crypto.randomUUID(), name: file.name, picture, share: 0, asset: null, failure };
}
