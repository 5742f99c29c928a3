import { Tabs } from "radix-ui";
import type { ReactNode } from "react";
import { Loaded } from "../parts/loaded";
import { addressOf, useRoute } from "../route";
import type { Actor } from "../told/actors";
import { clock } from "../words";
import { useConsole, useWorld } from "../world/console-context";
import { useRead } from "../world/use-read";
import { ActorHistory } from "./actor-history";
import { ActorMessages } from "./actor-messages";
import { ActorNow } from "./actor-now";
import { ActorState } from "./actor-state";
import { OrderButtons } from "./order-buttons";
import { StackPane } from "./stack-pane";

/** One actor: what it is at, what it holds, where it is in its code, and why it fell. */
export function ActorPage(): ReactNode {
  const { name } = useRoute();
  const { children } = useWorld("now");
  if (name === null) {
    return <ChooseActor names={[...children.keys()]} />;
  }
  return <OneActor key={name} name={name} />;
}

function ChooseActor({ names }: { readonly names: readonly string[] }): ReactNode {
  return (
    <>
      <h1>Actor</h1>
      <ul className="choices">
        {names.map((name) => (
          <li key={name}>
            <a href={addressOf("actors", name)}>{name}</a>
          </li>
        ))}
      </ul>
    </>
  );
}

function OneActor({ name }: { readonly name: string }): ReactNode {
  const { isLive } = useConsole();
  const { children, mailboxes } = useWorld("now");
  const child = children.get(name);
  const mailbox = child === undefined ? undefined : mailboxes.get(child.address);
  const moved = `${child?.incarnation}.${child?.health}.${mailbox?.ledger.handled}.${mailbox?.suspended}`;
  const actor = useRead(`actor ${name}`, (reads) => reads.actor(name), moved);
  return (
    <>
      <div className="page-head">
        <h1>{name}</h1>
        {child !== undefined && <span className={`health ${child.health}`}>{child.health}</span>}
        <span className="spring" />
        {isLive && <OrderButtons child={name} />}
      </div>
      {child === undefined ? (
        <p className="quiet">There is no such actor in the tree now; what is kept of it is below.</p>
      ) : (
        <ActorNow child={child} mailbox={mailbox} />
      )}
      <Loaded of={actor}>{(known) => <Details actor={known} onLook={actor.again} />}</Loaded>
    </>
  );
}

function Details({ actor, onLook }: { readonly actor: Actor; readonly onLook: () => void }): ReactNode {
  return (
    <Tabs.Root className="tabs" defaultValue="state">
      <Tabs.List aria-label="What of it">
        <Tabs.Trigger value="state">State</Tabs.Trigger>
        <Tabs.Trigger value="stack">Stack</Tabs.Trigger>
        <Tabs.Trigger value="history">Why it fell</Tabs.Trigger>
        <Tabs.Trigger value="messages">Last messages</Tabs.Trigger>
      </Tabs.List>
      <Tabs.Content value="state">
        <ActorState state={actor.state} onLook={onLook} />
      </Tabs.Content>
      <Tabs.Content value="stack">
        <StackPane stack={actor.stack} onLook={onLook} />
      </Tabs.Content>
      <Tabs.Content value="history">
        <ActorHistory history={actor.history} />
      </Tabs.Content>
      <Tabs.Content value="messages">
        <ActorMessages spans={actor.messages} name={actor.child.name} />
        <p className="quiet">{`As of ${clock(actor.state.at)}`}</p>
      </Tabs.Content>
    </Tabs.Root>
  );
}
