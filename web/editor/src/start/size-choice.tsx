import type { ReactNode } from "react";
import { type Canvas, CUSTOM, problemOf } from "./canvas";
import { LONGEST_SIDE, RATES, SHORTEST_SIDE, SIZES } from "./sizes";

interface SizeChoiceProps {
  readonly canvas: Canvas;
  readonly onCanvas: (canvas: Canvas) => void;
}

export function SizeChoice({ canvas, onCanvas }: SizeChoiceProps): ReactNode {
  const change = (part: Partial<Canvas>) => onCanvas({ ...canvas, ...part });
  const isCustom = canvas.chosen === CUSTOM;
  return (
    <div className="canvas-choice">
      <fieldset className="sizes">
        <legend className="unseen">Size</legend>
        {SIZES.map((size) => (
          <SizeOption
            key={size.ratio}
            value={size.ratio}
            chosen={canvas.chosen}
            title={`${size.width} × ${size.height} pixels`}
            onChoose={(chosen) => change({ chosen, width: String(size.width), height: String(size.height) })}
          >
            <span className="shape" style={{ aspectRatio: `${size.width} / ${size.height}` }} aria-hidden="true" />
            <span>
              {size.name} {size.ratio}
            </span>
          </SizeOption>
        ))}
        <SizeOption
          value={CUSTOM}
          chosen={canvas.chosen}
          title="Width and height of your own"
          onChoose={(chosen) => change({ chosen })}
        >
          <span>Custom</span>
        </SizeOption>
      </fieldset>
      {isCustom && <CustomSize canvas={canvas} onChange={change} />}
      <label className="rate">
        <span>Frames per second</span>
        <select value={canvas.fps} onChange={(event) => change({ fps: Number(event.target.value) })}>
          {RATES.map((rate) => (
            <option key={rate}>{rate}</option>
          ))}
        </select>
      </label>
    </div>
  );
}

interface SizeOptionProps {
  readonly value: string;
  readonly chosen: string;
  readonly title: string;
  readonly onChoose: (value: string) => void;
  readonly children: ReactNode;
}

function SizeOption({ value, chosen, title, onChoose, children }: SizeOptionProps): ReactNode {
  return (
    <label title={title}>
      <input
        type="radio"
        name="size"
        className="unseen"
        value={value}
        checked={value === chosen}
        onChange={() => onChoose(value)}
      />
      {children}
    </label>
  );
}

const PROBLEM_ID = "custom-size-problem";

function CustomSize({ canvas, onChange }: { canvas: Canvas; onChange: (part: Partial<Canvas>) => void }): ReactNode {
  const problem = problemOf(canvas);
  const side = (name: "width" | "height") => (
    <input
      type="number"
      aria-label={name === "width" ? "Width in pixels" : "Height in pixels"}
      aria-invalid={problem?.includes(name) === true}
      aria-describedby={problem === null ? undefined : PROBLEM_ID}
      min={SHORTEST_SIDE}
      max={LONGEST_SIDE}
      step={2}
      value={canvas[name]}
      onChange={(event) => onChange({ [name]: event.target.value })}
    />
  );
  return (
    <div className="custom-size">
      {side("width")}
      <span aria-hidden="true">×</span>
      {side("height")}
      {problem !== null && (
        <p id={PROBLEM_ID} className="custom-problem" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}
