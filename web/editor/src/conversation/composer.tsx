import { useAsking } from "@bazaar/shared/use-asking";
import { type ReactNode, useEffect, useRef } from "react";
import { sendMessage } from "../api";
import { AttachButton } from "../attach/attach-button";
import { AttachmentList } from "../attach/attachment-list";
import { filesIn } from "../attach/given-file";
import type { Attachments } from "../attach/use-attachments";
import { PointedChip } from "../pointing/pointed-chip";
import { usePointing } from "../pointing/pointing-context";
import { PromptBox } from "../prompt-box";
import { useDraft } from "../use-draft";

interface ComposerProps {
  readonly project: string;
  readonly attachments: Attachments;
  /** Whether an answer is being written: what is sent now waits for it. */
  readonly isAnswering: boolean;
}

export function Composer({ project, attachments, isAnswering }: ComposerProps): ReactNode {
  const [text, setText] = useDraft(project);
  const asking = useAsking();
  const { pointed, clear } = usePointing();
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    // Who points by the keyboard stays there, to point at the next thing.
    if (pointed !== null && document.activeElement?.className !== "pointer") {
      box.current?.focus();
    }
  }, [pointed]);
  const send = async () => {
    const [sent, ids] = [text, attachments.ids];
    const said = { content: sent.trim(), attachments: ids, ...(pointed === null ? {} : { pointed }) };
    if (await asking.ask(JSON.stringify(said), (key) => sendMessage(project, said, key))) {
      clear();
      // What was typed while it was being sent stays.
      setText((now) => (now === sent ? "" : now));
      attachments.clear();
    }
  };
  return (
    <PromptBox
      ref={box}
      label="Message"
      placeholder="Make the second scene orange and slower"
      rows={3}
      action={isAnswering ? "Queue" : "Send"}
      busyAction="Sending…"
      text={text}
      onText={(typed) => setText(() => typed)}
      onSend={() => void send()}
      onPaste={(event) => {
        const files = filesIn(event.clipboardData);
        if (files.length > 0) {
          event.preventDefault();
          attachments.add(files);
        }
      }}
      canSend={!attachments.busy}
      asking={asking}
      above={
        <>
          <PointedChip />
          <AttachmentList attachments={attachments} />
        </>
      }
    >
      <AttachButton onFiles={attachments.add} />
      <span className="hint-keys">
        {isAnswering ? "It waits for the answer" : "Enter sends, Shift+Enter: new line"}
      </span>
    </PromptBox>
  );
}
