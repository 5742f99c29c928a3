import { scenesInOrder } from "@bazaar/shared/fold-video";
import type { MessageState, ProjectState } from "@bazaar/shared/state";
import { useAsking } from "@bazaar/shared/use-asking";
import { type KeyboardEvent, type ReactNode, useState } from "react";
import { editMessage, withdrawMessage } from "../api";
import { AttachedPictures } from "../attach/attached-pictures";
import { pointedWords } from "../pointing/pointed-words";
import { MOST_CHARACTERS } from "../prompt-box";

interface UserMessageProps {
  readonly project: string;
  readonly message: MessageState;
  readonly state: ProjectState;
  readonly isWaiting: boolean;
}

export function UserMessage({ project, message, state, isWaiting }: UserMessageProps): ReactNode {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <article className={isWaiting ? "message user waiting" : "message user"} aria-label="You">
      <AttachedPictures ids={message.attachments ?? []} state={state} />
      {isWaiting && typed !== null ? (
        <Editing project={project} message={message} typed={typed} onTyped={setTyped} />
      ) : (
        <p className="text">{message.content}</p>
      )}
      {message.pointed != null && (
        <p className="pointed-note">About {pointedWords(message.pointed, numberOf(state))}</p>
      )}
      {isWaiting && typed === null && (
        <Waiting project={project} message={message} onEdit={() => setTyped(message.content)} />
      )}
    </article>
  );
}

function numberOf(state: ProjectState): (scene: string) => number {
  const order = scenesInOrder(state).map(({ id }) => id);
  return (scene) => order.indexOf(scene) + 1;
}

function Waiting(props: { project: string; message: MessageState; onEdit: () => void }): ReactNode {
  const { project, message, onEdit } = props;
  const asking = useAsking();
  const withdraw = () => void asking.ask("withdraw", (key) => withdrawMessage(project, message.id, key));
  return (
    <div className="message-waiting">
      <span role="status">{asking.failure ?? "Waits for the answer before it"}</span>
      <button type="button" className="small" disabled={asking.busy} onClick={onEdit}>
        Edit
      </button>
      <button type="button" className="small" disabled={asking.busy} onClick={withdraw}>
        Withdraw
      </button>
    </div>
  );
}

interface EditingProps {
  readonly project: string;
  readonly message: MessageState;
  readonly typed: string;
  readonly onTyped: (text: string | null) => void;
}

function Editing({ project, message, typed, onTyped }: EditingProps): ReactNode {
  const asking = useAsking();
  const wanted = typed.trim();
  const fits = wanted !== "" && typed.length <= MOST_CHARACTERS;
  const keep = async () => {
    const isSame = wanted === message.content;
    if (isSame || (await asking.ask(wanted, (key) => editMessage(project, message.id, wanted, key)))) {
      onTyped(null);
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") {
      onTyped(null);
    }
    if (event.key === "Enter" && !event.shiftKey && !event.nativeEvent.isComposing && fits) {
      event.preventDefault();
      void keep();
    }
  };
  return (
    <div className="message-editing">
      <textarea
        aria-label="The waiting message"
        rows={3}
        // biome-ignore lint/a11y/noAutofocus: whoever asks to edit wants to type
        autoFocus
        value={typed}
        onChange={(event) => onTyped(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {asking.failure !== null && <p role="alert">{asking.failure}</p>}
      <div className="message-waiting">
        <button type="button" className="small" onClick={() => onTyped(null)}>
          Leave it
        </button>
        <button type="button" className="small main" disabled={!fits || asking.busy} onClick={() => void keep()}>
          Keep the change
        </button>
      </div>
    </div>
  );
}
