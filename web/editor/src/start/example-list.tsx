import { type ReactNode, useState } from "react";
import { EXAMPLES, type Example } from "./examples";

const FEW = 3;

interface ExampleListProps {
  /** Whether all are shown at once, which is so where there is no video yet. */
  readonly isOpen: boolean;
  readonly onTake: (example: Example) => void;
}

export function ExampleList({ isOpen, onTake }: ExampleListProps): ReactNode {
  const [showsAll, setShowsAll] = useState(false);
  const all = isOpen || showsAll;
  return (
    <div className="examples">
      <span id="examples-title">Or begin with</span>
      <ul aria-labelledby="examples-title">
        {EXAMPLES.slice(0, all ? EXAMPLES.length : FEW).map((example) => (
          <li key={example.title}>
            <button type="button" className="example" onClick={() => onTake(example)}>
              <b>
                {example.title} <span className="ratio">{example.ratio}</span>
              </b>
              <span>{example.prompt}</span>
            </button>
          </li>
        ))}
      </ul>
      {!isOpen && (
        <button type="button" className="small" aria-expanded={showsAll} onClick={() => setShowsAll(!showsAll)}>
          {showsAll ? "Fewer examples" : `All ${EXAMPLES.length} examples`}
        </button>
      )}
    </div>
  );
}
