/** What a type has, out of its declaration: its own members and those of the types it is made of. */
import { prose } from "./declarations.mjs";

/** What a component is given by React itself, what has no effect, and what only other libraries use, need not be told. */
const UNTOLD = /^(children|ref|name|center|\w*(enter|exit)Style)\??$/i;
const MEMBER = /(?:\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*)?(?:readonly )?(\w+)(\?)?: ([^;]+);/g;

/** The members of a type by name: {name, type, doc}, a name that may be missing ending in "?". */
export function membersOf(type, known) {
  const [text = ""] = known.get(type)?.texts ?? [];
  const head = text.startsWith("interface") ? text.slice(0, text.indexOf("{")) : text.replace(/\{[\s\S]*?\}/g, "");
  const [own = ""] = /\{[\s\S]*\}/.exec(text) ?? [];
  return [...ownMembers(own, known), ...inherited(head.replace(/^(interface|type) \w+/, ""), known)];
}

/** A type as it is read: nothing about what may be written to, small types spelled out. */
export function simple(type, known, options = new Set()) {
  return type
    .replace(/readonly /g, "")
    .replace(/\s+/g, " ")
    .replace(/TransitionPresentation<\w+>/g, "TransitionPresentation")
    .replace(/Partial<(\w+)>/g, (_, name) => spelled(membersOf(name, known).map(missable)))
    .replace(/\{[^{}]*\}: (\w+)/g, "options: $1")
    .replace(/\b(\w*(?:Options|Props))\b(?!<)/g, (name) =>
      isShort(name, known) ? spelled(membersOf(name, known)) : noted(name, known, options),
    )
    .replace(/\b(ExtrapolateType|SlideDirection|FlipDirection|WipeDirection)\b/g, (name) => aliased(name, known));
}

function ownMembers(body, known) {
  return [...body.matchAll(MEMBER)]
    .map(([, doc = "", name, missing = "", type]) => ({
      name: `${name}${missing}`,
      type: simple(type, known),
      doc: prose(doc),
    }))
    .filter(({ name, doc }) => !UNTOLD.test(name) && !doc.startsWith("Without effect"));
}

function inherited(type, known) {
  const head = type.replace(/keyof \w+/g, "").replace(/(?!Pick|Omit)\b\w+<[^<>]*>/g, "");
  const picked = [...head.matchAll(/(Pick|Omit)<(\w+), ([^>]*)>/g)].flatMap(([, how, type, names]) =>
    membersOf(type, known).filter(({ name }) => names.includes(`"${name.replace("?", "")}"`) === (how === "Pick")),
  );
  const whole = head.replace(/(Pick|Omit)<[^>]*>/g, "").match(/\b[A-Z]\w+\b/g) ?? [];
  return [...whole.flatMap((type) => membersOf(type, known)), ...picked];
}

const MOST_INLINE = 4;

function isShort(name, known) {
  const members = membersOf(name, known);
  return (
    known.has(name) && members.length > 0 && members.length <= MOST_INLINE && members.every(({ doc }) => doc === "")
  );
}

function spelled(members) {
  return `{${members.map(({ name, type }) => `${name}: ${type}`).join("; ")}}`;
}

function missable(member) {
  return { ...member, name: member.name.replace(/\??$/, "?") };
}

/** A larger type keeps its name, and is told once. */
function noted(name, known, options) {
  if (known.has(name)) {
    options.add(name);
  }
  return name;
}

function aliased(name, known) {
  const [, type = name] = /= ([\s\S]*);/.exec(known.get(name)?.texts[0] ?? "") ?? [];
  return type === name ? name : type.replace(/\s+/g, " ").replace(/^\| /, "");
}
