import { Component, type ReactNode } from "react";
import { messageOf } from "./scene-modules";

interface Props {
  readonly name: string;
  /** What it drew last; another one is another try. */
  readonly frame: number;
  readonly onError: (message: string) => void;
  readonly children: ReactNode;
}

interface State {
  readonly message: string | null;
  readonly frame: number;
}

/** Holds what a scene throws, tells of it, and shows it in the scene's place, for that frame. */
export class SceneBoundary extends Component<Props, State> {
  override state: State = { message: null, frame: this.props.frame };

  static getDerivedStateFromError(error: unknown): Pick<State, "message"> {
    return { message: messageOf(error) };
  }

  static getDerivedStateFromProps({ frame }: Props, state: State): State {
    return { frame, message: frame === state.frame ? state.message : null };
  }

  override componentDidCatch(error: unknown): void {
    this.props.onError(messageOf(error));
  }

  override render(): ReactNode {
    const { message } = this.state;
    return message === null ? this.props.children : <Placard title={this.props.name} text={message} wrong />;
  }
}

/** Stands where a scene has nothing to show. */
export function Placard(props: { title: string; text: string; wrong?: boolean }): ReactNode {
  return (
    <div className={props.wrong ? "placard wrong" : "placard"}>
      <b>{props.title}</b>
      <span>{props.text}</span>
    </div>
  );
}
