import type { ReactNode } from "react";
import { Loaded } from "../parts/loaded";
import { bytes } from "../words";
import { useNow } from "../world/console-context";
import { useRead } from "../world/use-read";

/** Who listens, how far each was sent, and how far that is behind. */
export function StreamTable(): ReactNode {
  const streams = useRead("streams", (reads) => reads.streams(), Math.floor(useNow() / 2));
  return (
    <Loaded of={streams}>
      {({ open, noted, buffer_bytes }) => (
        <>
          <h2>Open now</h2>
          <p className="quiet">{`Each may leave ${bytes(buffer_bytes)} unread; then it is closed, and comes back with its cursor.`}</p>
          {open.length === 0 && <p className="quiet">Nobody listens.</p>}
          <table>
            <thead>
              <tr>
                <th>Client</th>
                <th>Project</th>
                <th>Cursor</th>
                <th>Behind</th>
                <th>Buffer</th>
                <th>State</th>
              </tr>
            </thead>
            <tbody>
              {open.map((each) => (
                <tr key={`${each.stream}.${each.project}`}>
                  <td>{each.stream}</td>
                  <td>{each.project}</td>
                  <td>{each.last_event_id}</td>
                  <td>{each.lag}</td>
                  <td>{bytes(each.unsent_bytes)}</td>
                  <td className={each.state === "live" ? "good" : "warn"}>{each.state}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <h2>Noted before</h2>
          {noted.length === 0 && <p className="quiet">None.</p>}
          <ul>
            {noted.slice(0, 50).map((each) => (
              <li key={`${each.stream}.${each.project}`}>
                {`${each.stream} in ${each.project}: sent up to ${each.last_event_id}, ${each.lag} behind, seen ${each.seen_at}`}
              </li>
            ))}
          </ul>
        </>
      )}
    </Loaded>
  );
}
