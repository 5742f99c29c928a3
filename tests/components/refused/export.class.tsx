import React from "react";
import { AbsoluteFill } from "remotion";

export default class Scene extends React.Component<object, { n: number }> {
  state = { n: 1 };

  componentDidMount() {
    this.setState({ n: 2 });
  }

  render() {
    return <AbsoluteFill>{this.state.n}</AbsoluteFill>;
  }
}
