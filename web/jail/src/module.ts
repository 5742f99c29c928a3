/** Links the bundle to the three modules of the contract and runs it. */
import vm from "node:vm";
import { nearest } from "../../gates/src/policy/nearest";
import { type Finding, failure } from "./finding";
import { BUNDLE, type Positions } from "./position";
import { isTimeout, type Realm } from "./realm";

/** The names that each module of the contract exports where the component will play. */
declare const CONTRACT: Readonly<Record<string, readonly string[]>>;

export type Loaded = { readonly exported: unknown } | { readonly findings: readonly Finding[] };

interface Missing {
  readonly module: string;
  readonly name: string;
  readonly finding: Finding;
}

const MAX_MISSING = 10;

export async function loadBundle(
  realm: Realm,
  bundle: string,
  positions: Positions,
  timeoutMs: number,
): Promise<Loaded> {
  try {
    const refused = await refusedImports(realm, bundle, positions);
    if (refused.length > 0) {
      return { findings: refused };
    }
    const module = compile(realm, bundle);
    await module.link((name) => contractModule(realm, name, []));
    await withDeadline(module.evaluate({ timeout: timeoutMs }), timeoutMs);
    return { exported: (module.namespace as { default?: unknown }).default };
  } catch (error) {
    return { findings: [loadFailure(realm, error, positions, timeoutMs)] };
  }
}

/** The engine names one missing export at a time: it is lent each, so that all are found at once. */
async function refusedImports(realm: Realm, bundle: string, positions: Positions): Promise<readonly Finding[]> {
  const lent: Missing[] = [];
  while (lent.length < MAX_MISSING) {
    const module = compile(realm, bundle);
    const foreign = foreignImports(module);
    if (foreign.length > 0) {
      return foreign;
    }
    const missing = await tryLinking(realm, module, positions, lent);
    if (missing === null) {
      break;
    }
    lent.push(missing);
  }
  return lent.map(({ finding }) => finding);
}

async function tryLinking(
  realm: Realm,
  module: vm.SourceTextModule,
  positions: Positions,
  lent: readonly Missing[],
): Promise<Missing | null> {
  try {
    await module.link((specifier) => {
      const names = lent.filter((each) => each.module === specifier).map((each) => each.name);
      return contractModule(realm, specifier, names);
    });
    return null;
  } catch (error) {
    const missing = missingExport(realm, error, positions);
    if (missing === null) {
      throw error;
    }
    return missing;
  }
}

function compile(realm: Realm, bundle: string): vm.SourceTextModule {
  return new vm.SourceTextModule(bundle, {
    context: realm.context,
    identifier: BUNDLE,
    importModuleDynamically: () => {
      throw "a component cannot import() while it runs; import at the top of the module";
    },
  });
}

function foreignImports(module: vm.SourceTextModule): Finding[] {
  return module.dependencySpecifiers
    .filter((name) => !Object.hasOwn(CONTRACT, name))
    .slice(0, MAX_MISSING)
    .map((name) =>
      failure(
        "render.import",
        `it imports ${JSON.stringify(name.slice(0, 100))}, which a component cannot have`,
        'import only from "react" and "remotion", and write the rest in the component itself',
      ),
    );
}

function contractModule(realm: Realm, name: string, lent: readonly string[]): vm.SyntheticModule {
  const exported = realm.guest.modules[name] ?? {};
  const names = ["default", ...(CONTRACT[name] ?? [])].filter((each) => each in exported);
  const module = new vm.SyntheticModule(
    [...names, ...lent],
    () => {
      for (const each of names) {
        module.setExport(each, exported[each]);
      }
    },
    { context: realm.context, identifier: name },
  );
  return module;
}

/** A top-level await that never ends would leave the check without an answer. */
async function withDeadline(evaluation: Promise<void>, timeoutMs: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Deadline()), timeoutMs);
  });
  await Promise.race([evaluation, deadline]).finally(() => clearTimeout(timer));
}

class Deadline extends Error {}

function missingExport(realm: Realm, error: unknown, positions: Positions): Missing | null {
  const { name: kind, message } = realm.explain(error);
  const found = /^The requested module '([^']+)' does not provide an export named '([^']+)'/.exec(message);
  const [module, name] = [found?.[1], found?.[2]];
  if (kind !== "SyntaxError" || module === undefined || name === undefined) {
    return null;
  }
  const known = CONTRACT[module] ?? [];
  const near = nearest(name, known);
  const hint = near === null ? `${module} has: ${known.join(", ")}` : `did you mean ${near}?`;
  const text = `${JSON.stringify(module)} exports no ${name.slice(0, 100)}`;
  return { module, name, finding: failure("render.missing-export", text, hint, positions.findImport(name, module)) };
}

function loadFailure(realm: Realm, error: unknown, positions: Positions, timeoutMs: number): Finding {
  if (error instanceof Deadline || isTimeout(error)) {
    const text = `loading the module took longer than ${timeoutMs / 1_000} s`;
    return failure("render.timeout", text, "look for a loop without an end, or an await, outside the component");
  }
  const { name, message, stack } = realm.explain(error);
  const text = `the module cannot be loaded: ${name}: ${message}`;
  return failure(
    "render.threw",
    text,
    "mend the code outside the component, which runs once at the start",
    positions.find(stack),
  );
}
