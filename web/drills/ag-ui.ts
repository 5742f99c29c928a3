/** Lines of JSON on the input, each checked against AG-UI's own schemas; prints those that do not fit, as a JSON list. */
import { readFileSync } from "node:fs";
import { EventSchemas } from "@ag-ui/core/schemas";

const wrong = readFileSync(0, "utf8")
  .split("\n")
  .filter(Boolean)
  .flatMap((line) => {
    const checked = EventSchemas.safeParse(JSON.parse(line));
    return checked.success ? [] : [{ line, error: checked.error.message }];
  });
process.stdout.write(`${JSON.stringify(wrong)}\n`);
