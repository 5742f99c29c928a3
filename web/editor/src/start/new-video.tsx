import { useAsking } from "@bazaar/shared/use-asking";
import { type ReactNode, useRef, useState } from "react";
import { createProject, sendMessage } from "../api";
import { PromptBox } from "../prompt-box";
import { addressOf } from "../route";
import { EXAMPLES } from "./examples";
import { SizeChoice } from "./size-choice";
import { LANDSCAPE } from "./sizes";

/** The first message makes the project; asked again after a failure, it goes on with the same one. */
export function NewVideo(): ReactNode {
  const [prompt, setPrompt] = useState("");
  const [size, setSize] = useState(LANDSCAPE);
  const asking = useAsking();
  const box = useRef<HTMLTextAreaElement>(null);
  const create = () =>
    asking.ask(`${size.ratio} ${prompt}`, async (key) => {
      const project = await createProject({ width: size.width, height: size.height }, key);
      await sendMessage(project, prompt.trim(), `${key}-message`);
      window.location.hash = addressOf(project);
    });
  const take = (example: string) => {
    setPrompt(example);
    box.current?.focus();
  };
  return (
    <section className="new-video" aria-labelledby="new-video-title">
      <h2 id="new-video-title">New video</h2>
      <PromptBox
        ref={box}
        label="Describe your video"
        placeholder="A 12 second launch teaser, three scenes, our colours are navy and coral"
        rows={4}
        action="Create video"
        busyAction="Creating…"
        text={prompt}
        onText={setPrompt}
        onSend={() => void create()}
        asking={asking}
      >
        <SizeChoice size={size} onSize={setSize} />
      </PromptBox>
      <div className="examples">
        <span id="examples-title">Or begin with</span>
        <ul aria-labelledby="examples-title">
          {EXAMPLES.map(({ title, prompt: example }) => (
            <li key={title}>
              <button type="button" className="example" onClick={() => take(example)}>
                <b>{title}</b>
                <span>{example}</span>
              </button>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
