import { useAsking } from "@bazaar/shared/use-asking";
import { type ReactNode, useEffect, useRef } from "react";
import { sendMessage } from "../api";
import { PointedChip } from "../pointing/pointed-chip";
import { usePointing } from "../pointing/pointing-context";
import { PromptBox } from "../prompt-box";
import { useDraft } from "../use-draft";

export function Composer({ project }: { project: string }): ReactNode {
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
    const sent = text;
    const asked = `${sent}${JSON.stringify(pointed)}`;
    const said = { content: sent.trim(), ...(pointed === null ? {} : { pointed }) };
    if (await asking.ask(asked, (key) => sendMessage(project, said, key))) {
      clear();
      // What was typed while it was being sent stays.
      setText((now) => (now === sent ? "" : now));
    }
  };
  return (
    <PromptBox
      ref={box}
      label="Message"
      placeholder="Make the second scene orange and slower"
      rows={3}
      action="Send"
      busyAction="Sending…"
      text={text}
      onText={(typed) => setText(() => typed)}
      onSend={() => void send()}
      asking={asking}
      above={<PointedChip />}
    >
      <span className="hint-keys">Enter sends, Shift+Enter: new line</span>
    </PromptBox>
  );
}
