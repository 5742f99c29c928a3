import { useAsking } from "@bazaar/shared/use-asking";
import type { ReactNode } from "react";
import { sendMessage } from "../api";
import { PromptBox } from "../prompt-box";
import { useDraft } from "../use-draft";

export function Composer({ project }: { project: string }): ReactNode {
  const [text, setText] = useDraft(project);
  const asking = useAsking();
  const send = async () => {
    const sent = text;
    if (await asking.ask(sent, (key) => sendMessage(project, { content: sent.trim() }, key))) {
      // What was typed while it was being sent stays.
      setText((now) => (now === sent ? "" : now));
    }
  };
  return (
    <PromptBox
      label="Message"
      placeholder="Make the second scene orange and slower"
      rows={3}
      action="Send"
      busyAction="Sending…"
      text={text}
      onText={(typed) => setText(() => typed)}
      onSend={() => void send()}
      asking={asking}
    >
      <span className="hint-keys">Enter sends, Shift+Enter: new line</span>
    </PromptBox>
  );
}
