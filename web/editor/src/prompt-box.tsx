import type { Asking } from "@bazaar/shared/use-asking";
import type { ClipboardEvent, KeyboardEvent, ReactNode, Ref } from "react";

export const MOST_CHARACTERS = 20_000;
const COUNT_FROM = 18_000;

interface PromptBoxProps {
  readonly ref?: Ref<HTMLTextAreaElement>;
  readonly label: string;
  readonly placeholder: string;
  readonly rows: number;
  readonly action: string;
  readonly busyAction: string;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly onSend: () => void;
  readonly asking: Asking;
  /** False while something besides the text is not as it must be. */
  readonly canSend?: boolean;
  /** What the message will carry with it. */
  readonly above?: ReactNode;
  readonly onPaste?: (event: ClipboardEvent) => void;
  readonly children?: ReactNode;
}

/** A box to type a message in: Enter sends, Shift+Enter makes a new line, and what is typed stays until it is sent. */
export function PromptBox(props: PromptBoxProps): ReactNode {
  const { text, asking } = props;
  const canSend = props.canSend !== false && text.trim() !== "" && text.length <= MOST_CHARACTERS && !asking.busy;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" && !event.shiftKey && !event.nativeEvent.isComposing) {
      event.preventDefault();
      if (canSend) {
        props.onSend();
      }
    }
  };
  return (
    <form
      className="prompt-box"
      onSubmit={(event) => {
        event.preventDefault();
        if (canSend) {
          props.onSend();
        }
      }}
    >
      {asking.failure !== null && (
        <p className="failure" role="alert">
          {asking.failure}
        </p>
      )}
      {props.above}
      <textarea
        ref={props.ref}
        aria-label={props.label}
        placeholder={props.placeholder}
        rows={props.rows}
        value={text}
        onChange={(event) => props.onText(event.target.value)}
        onKeyDown={onKeyDown}
        onPaste={props.onPaste}
      />
      <div className="prompt-actions">
        {props.children}
        <CharacterCount length={text.length} />
        <button type="submit" className="main" disabled={!canSend}>
          {asking.busy ? props.busyAction : props.action}
        </button>
      </div>
    </form>
  );
}

function CharacterCount({ length }: { length: number }): ReactNode {
  if (length < COUNT_FROM) {
    return <span className="count" />;
  }
  const over = length - MOST_CHARACTERS;
  return (
    <span className={over > 0 ? "count over" : "count"} role="status">
      {over > 0
        ? `${over.toLocaleString()} characters too many; shorten it to send it`
        : `${(-over).toLocaleString()} characters left`}
    </span>
  );
}
