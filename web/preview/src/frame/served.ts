/** Entry of the served frame page, whose import map leads to the vendor modules beside it. */
import { start } from "./start";

start();
