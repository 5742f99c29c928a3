import * as React from "react";
import * as Motion from "remotion";

interface Props { items?: string[] }

export default class List extends React.Component<Props> {
  render() {
    return <ul>{(this.props.items ?? ["first", "second"]).map((item, index) => <Item key={item} item={item} at={index * 10} />)}</ul>;
  }
}

function Item({ item, at }: { item: string; at: number }) {
  const frame = Motion.useCurrentFrame();
  return frame < at ? null : <li style={{ marginLeft: frame - at }}>{item}</li>;
}
