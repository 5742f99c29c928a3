import { describe, expect, test } from "vitest";
import { judged } from "./judged";

const props = (source: string) => judged(source).props;
const named = (source: string) => props(source).map(({ name }) => name);
const text = { name: "title", kind: "text", default: "Ship it", choices: [] };

describe("the props that a component declares", () => {
  test("are those of the parameter that have a default, with the kind that the default tells", () => {
    const source = `export default function Scene({ title = "Ship it", size = 1.5, lift = -3, ink = "#Ff8800", loud = true }) {
      return <b style={{ color: ink, fontSize: size }}>{title}{lift}{loud}</b>;
    }`;
    expect(props(source)).toEqual([
      text,
      { name: "size", kind: "number", default: 1.5, choices: [] },
      { name: "lift", kind: "number", default: -3, choices: [] },
      { name: "ink", kind: "colour", default: "#Ff8800", choices: [] },
      { name: "loud", kind: "boolean", default: true, choices: [] },
    ]);
  });

  test("a short colour is told in full", () => {
    expect(props('export default ({ ink = "#f80" }) => <b style={{ color: ink }}/>;')[0]?.default).toBe("#ff8800");
  });

  test.each([
    'type Props = { mood?: "calm" | "loud" }; export default ({ mood = "calm" }: Props) => <b>{mood}</b>;',
    'interface Props { mood?: "calm" | "loud" } export default function S({ mood = "calm" }: Readonly<Props>) { return <b>{mood}</b>; }',
    'type Mood = "calm" | "loud"; export default ({ mood = "calm" }: { mood?: Mood | undefined } = {}) => <b>{mood}</b>;',
    'import type { FC } from "react"; const S: FC<{ mood?: "calm" | "loud" }> = ({ mood = "calm" }) => <b>{mood}</b>; export default S;',
    'type A = { mood?: "calm" | "loud" }; export default ({ mood = "calm" }: A & { x?: string }) => <b>{mood}</b>;',
    'export default function S(props: { mood?: "calm" | "loud" }) { const { mood = "calm" } = props; return <b>{mood}</b>; }',
  ])("a union of texts is a choice: %s", (source) => {
    expect(props(source)).toEqual([{ name: "mood", kind: "choice", default: "calm", choices: ["calm", "loud"] }]);
  });

  test("the wrappers of a component hide nothing", () => {
    const source =
      'import { memo } from "react"; const S = memo(({ title = "Ship it" }) => <b>{title}</b>); export default S;';
    expect(props(source)).toEqual([text]);
  });

  test("a default may be a constant of the module, or a part of one", () => {
    const source = `const TITLE = "Ship it";
    const design = { "said": { items: ["one", \`two\`] }, size: 3 } as const;
    export default ({ title = TITLE, second = design.said.items[1], size = design["size"] }) => <b>{title}{second}{size}</b>;`;
    expect(props(source).map((prop) => prop.default)).toEqual(["Ship it", "two", 3]);
  });

  test("what cannot be set by a control, or is not written out, is none", () => {
    const source = `let changing = 1;
    export default function S({ none, list = [1], made = 1 + 1, moved = changing, bare = null, ["odd"]: odd = 1, ...rest }: any) {
      return <b>{none}{list}{made}{moved}{bare}{odd}{rest.x}</b>;
    }`;
    expect(named(source)).toEqual([]);
  });

  test("are those of the mended source, and none of a refused one", () => {
    expect(named('```tsx\nexport const S = ({ title = "Ship it" }) => <b>{title}</b>;\n```')).toEqual(["title"]);
    expect(named('export default ({ title = "Ship it" }) => <b>{title}{Math.random()}</b>;')).toEqual([]);
  });

  test("a renamed prop is told by the name that it is set by", () => {
    expect(named('export default ({ title: heading = "Ship it" }) => <b>{heading}</b>;')).toEqual(["title"]);
  });

  test("a constant that leads back to itself, or a type that does, ends", () => {
    expect(named("const a: any = a; export default ({ x = a }) => <b>{x}</b>;")).toEqual([]);
    expect(named('type P = P; export default ({ x = "" }: P) => <b>{x}</b>;')).toEqual(["x"]);
  });

  test("there is a limit to how many and how long", () => {
    const many = Array.from({ length: 50 }, (_, place) => `p${place} = ${place}`).join(", ");
    expect(named(`export default ({ ${many} }) => <b/>;`)).toHaveLength(40);
    expect(named(`export default ({ x = "${"x".repeat(2001)}" }) => <b>{x}</b>;`)).toEqual([]);
  });
});
