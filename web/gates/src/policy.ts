/**
 * The policy gate: a child that parses sources and says what stands against them, one line of JSON for each.
 *
 * Its argument is the file that lists the names of the contract. It executes nothing of what it reads.
 */
import { readFileSync } from "node:fs";
import { judge } from "./policy/judge";
import type { Contract } from "./policy/module";
import { serve } from "./serve";

const contract = JSON.parse(readFileSync(process.argv[2] as string, "utf8")) as Contract;
// What the first source would wait for: the parser's and the rules' own code is compiled.
judge('import {AbsoluteFill} from "remotion"; export default () => <AbsoluteFill/>;', contract);
serve(({ source }) => judge(String(source), contract));
