import type { ReactNode } from "react";
import { SIZES, type SizePreset } from "./sizes";

export function SizeChoice(props: { size: SizePreset; onSize: (size: SizePreset) => void }): ReactNode {
  return (
    <fieldset className="sizes">
      <legend className="unseen">Size</legend>
      {SIZES.map((size) => (
        <label key={size.ratio} title={`${size.width} × ${size.height} pixels`}>
          <input
            type="radio"
            name="size"
            className="unseen"
            checked={size.ratio === props.size.ratio}
            onChange={() => props.onSize(size)}
          />
          <span className="shape" style={{ aspectRatio: `${size.width} / ${size.height}` }} aria-hidden="true" />
          <span>
            {size.name} {size.ratio}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
