import type { ReactNode } from "react";
import { PAGES } from "../pages";
import { addressOf } from "../route";
import type { World } from "../world/world";

/** Where one can go; a number says how many things there want to be looked at. */
export function Navigation({ current, world }: { readonly current: string; readonly world: World }): ReactNode {
  return (
    <nav aria-label="Pages">
      <ol>
        {PAGES.map(({ name, title, wants }, at) => (
          <li key={name}>
            <Entry name={name} title={title} hotkey={at + 1} current={current} wants={wants?.(world) ?? 0} />
          </li>
        ))}
        <li>
          <Entry name="incident" title="Incident" hotkey={PAGES.length + 1} current={current} wants={0} />
        </li>
      </ol>
      <p className="quiet">? for keys</p>
    </nav>
  );
}

interface EntryProps {
  readonly name: string;
  readonly title: string;
  readonly hotkey: number;
  readonly current: string;
  readonly wants: number;
}

function Entry({ name, title, hotkey, current, wants }: EntryProps): ReactNode {
  return (
    <a href={addressOf(name)} aria-current={current === name ? "page" : undefined}>
      <kbd>{hotkey}</kbd>
      {title}
      {wants > 0 && (
        <span className="badge">
          {wants}
          <span className="unseen"> to look at</span>
        </span>
      )}
    </a>
  );
}
