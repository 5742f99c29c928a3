import { useAsking } from "@bazaar/shared/use-asking";
import { type ReactNode, useRef, useState } from "react";
import { createProject, sendMessage } from "../api";
import { PromptBox } from "../prompt-box";
import { addressOf } from "../route";
import { useDraft } from "../use-draft";
import { type Canvas, FIRST_CANVAS, settingsOf } from "./canvas";
import { ExampleList } from "./example-list";
import type { Example } from "./examples";
import { SizeChoice } from "./size-choice";

/** The first message makes the project; asked again after a failure, it goes on with the same one. */
export function NewVideo({ isFirst }: { isFirst: boolean }): ReactNode {
  const [prompt, setPrompt] = useDraft("new");
  const [canvas, setCanvas] = useState<Canvas>(FIRST_CANVAS);
  const asking = useAsking();
  const box = useRef<HTMLTextAreaElement>(null);
  const settings = settingsOf(canvas);
  const create = () =>
    settings !== null &&
    void asking.ask(`${JSON.stringify(settings)} ${prompt}`, async (key) => {
      const project = await createProject(settings, key);
      await sendMessage(project, { content: prompt.trim() }, `${key}-message`);
      setPrompt(() => "");
      window.location.hash = addressOf(project);
    });
  const take = (example: Example) => {
    setPrompt(() => example.prompt);
    setCanvas((now) => ({ ...now, chosen: example.ratio }));
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
        onText={(text) => setPrompt(() => text)}
        onSend={create}
        canSend={settings !== null}
        asking={asking}
      >
        <SizeChoice canvas={canvas} onCanvas={setCanvas} />
      </PromptBox>
      <ExampleList isOpen={isFirst} onTake={take} />
    </section>
  );
}
