import { DropdownMenu } from "radix-ui";
import { memo, type ReactNode } from "react";
import type { Edits } from "../api";
import { mainPart } from "../main-part";
import type { PlacedScene } from "../scenes/placed-scenes";
import { TRANSITIONS, transitionInWords } from "./transitions";
import type { Arranging } from "./use-arrangement";

interface JointProps {
  readonly placed: PlacedScene;
  readonly pixelsPerFrame: number;
  readonly acts: Arranging;
  readonly edits: Edits;
}

/** Where two scenes meet: how the second one comes. */
export const Joint = memo(Whole);

function Whole({ placed, pixelsPerFrame, acts, edits }: JointProps): ReactNode {
  const { id, name, transition } = placed.scene;
  const words = transitionInWords(transition ?? "cut");
  const choose = (next: string) =>
    acts.act(`${id} comes by ${next}`, (key) => edits.scene(id, { transition: next }, key));
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>
        <button
          type="button"
          className={`joint ${transition}`}
          style={{ left: placed.start * pixelsPerFrame }}
          aria-label={`Transition to ${name}: ${words}`}
          title={`Transition: ${words}`}
        />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal container={mainPart()}>
        <DropdownMenu.Content className="menu" sideOffset={6} align="center">
          <DropdownMenu.Label className="menu-label">How {name} comes</DropdownMenu.Label>
          <DropdownMenu.RadioGroup value={transition ?? "cut"} onValueChange={choose}>
            {TRANSITIONS.map((each) => (
              <DropdownMenu.RadioItem key={each.name} className="menu-item" value={each.name}>
                <DropdownMenu.ItemIndicator className="menu-mark">✓</DropdownMenu.ItemIndicator>
                {each.words}
              </DropdownMenu.RadioItem>
            ))}
          </DropdownMenu.RadioGroup>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
