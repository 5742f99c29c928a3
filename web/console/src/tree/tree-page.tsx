import { type ReactNode, useState } from "react";
import { Pick } from "../parts/pick";
import { VirtualRows } from "../parts/virtual-rows";
import { useConsole, useWorld } from "../world/console-context";
import { byConcern } from "./concern";
import { TreeRow } from "./tree-row";

const ROW = 58;

/** Everybody in the tree, live; what is bad floats up. */
export function TreePage(): ReactNode {
  const world = useWorld("now");
  const { store } = useConsole();
  const [order, setOrder] = useState<"worst first" | "in start order">("worst first");
  const [text, setText] = useState("");
  const now = store.now();
  const named = [...world.children.values()].filter((child) => child.name.includes(text.trim().toLowerCase()));
  const rows = order === "worst first" ? byConcern(named, world.mailboxes, now) : named;
  return (
    <>
      <div className="page-head">
        <h1>Tree</h1>
        <search className="filters">
          <label>
            <span>Name</span>
            <input type="search" value={text} onChange={(event) => setText(event.target.value)} />
          </label>
          <Pick label="Order" value={order} choices={["worst first", "in start order"]} onPick={setOrder} />
        </search>
        <span className="quiet figures">{rows.length} actors</span>
      </div>
      <div className="tree-heads" aria-hidden="true">
        <span>Actor</span>
        <span>Health</span>
        <span>Falls</span>
        <span>Mailbox</span>
        <span>In hand</span>
      </div>
      {rows.length === 0 ? (
        <p className="quiet waiting">{text === "" ? "Nothing lives in the tree." : "No actor has such a name."}</p>
      ) : (
        <VirtualRows label="Actors" rows={rows} height={ROW} keyOf={(child) => child.name}>
          {(child) => (
            <TreeRow
              child={child}
              mailbox={world.mailboxes.get(child.address)}
              depths={world.depths.get(child.address)}
              now={now}
            />
          )}
        </VirtualRows>
      )}
    </>
  );
}
