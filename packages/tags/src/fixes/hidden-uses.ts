import {
  type Expression,
  type SyntaxBody,
  staticString,
  type Traversal,
  walkExpressions,
  walkItems,
} from '@tollgate/hcl';
import { type FileEdit, type FoundBlock, folderOf, type World } from '@tollgate/resources';
import { type Evaluation, treePath } from '@tollgate/terraform';

/** Modules that get what edits change, and are not at hand, so that nobody sees what becomes of it. */
export type HiddenUses = (edits: readonly FileEdit[]) => readonly string[];

const nowhere: HiddenUses = () => [];

/**
 * Follows values to the calls of modules that are not at hand, such as those of a registry before `terraform init`: through locals,
 * variables, outputs and the tags of resources. Default tags of a provider reach the resources of all modules.
 */
export function hiddenUses({ notices }: Evaluation, world: World): HiddenUses {
  const missing = notices.filter(({ summary }) => summary === 'Module not at hand');
  if (missing.length === 0) return nowhere;
  const isMissing = ({ path, file, block }: FoundBlock): boolean => {
    const { lines } = file.source;
    const [first, last] = [lines.lineAt(block.start), lines.lineAt(block.end)];
    return missing.some(({ source }) => source?.file === path && source.startLine >= first && source.startLine <= last);
  };
  const flows = new Flows(world, isMissing);
  flows.read(world.options.folder ?? '');
  return (edits) => flows.ends(edits.flatMap(({ path, edit }) => startsOf(path, edit, flows)));
}

/** What an edit changes, as names in a folder. */
function startsOf(path: string, { block = [], ...edit }: FileEdit['edit'], flows: Flows): readonly string[] {
  const folder = folderOf(path);
  const [outer] = block;
  const [name = '', second = ''] = outer?.labels ?? [];
  const argument = 'path' in edit ? edit.path[0] : '';
  switch (outer?.type) {
    case undefined:
      return [nameIn(flows.root, `var.${argument}`)];
    case 'locals':
      return [nameIn(folder, `local.${argument}`)];
    case 'variable':
      return [nameIn(folder, `var.${name}`)];
    case 'module':
      return flows.argument(folder, name, argument);
    case 'provider':
      return [anyProvider];
    default:
      return [nameIn(folder, `${name}.${second}`)];
  }
}

const anyProvider = 'provider';

function nameIn(folder: string, name: string): string {
  return `${folder}\n${name}`;
}

/** Which names get the values of which. */
class Flows {
  readonly root: string;
  readonly #world: World;
  readonly #isMissing: (call: FoundBlock) => boolean;
  readonly #next = new Map<string, Set<string>>();
  readonly #ends = new Map<string, Set<string>>();
  readonly #seen = new Set<string>();

  constructor(world: World, isMissing: (call: FoundBlock) => boolean) {
    this.root = world.options.folder ?? '';
    this.#world = world;
    this.#isMissing = isMissing;
  }

  /** Reads a module and those that it calls. */
  read(folder: string): void {
    if (this.#seen.has(folder)) return;
    this.#seen.add(folder);
    for (const found of [...this.#world.texts(folder).values()].flat()) this.#readBlock(folder, found);
  }

  /** The modules at the ends of what begins with some names, sorted. */
  ends(starts: readonly string[]): readonly string[] {
    const reached = new Set(starts);
    const found = new Set<string>();
    for (const name of reached) {
      for (const next of this.#next.get(name) ?? []) reached.add(next);
      for (const end of this.#ends.get(name) ?? []) found.add(end);
    }
    return [...found].sort();
  }

  /** The variable that an argument of a call gives its value. */
  argument(folder: string, call: string, argument: string): readonly string[] {
    return [...(this.#next.get(nameIn(folder, `call.${call}.${argument}`)) ?? [])];
  }

  #readBlock(folder: string, found: FoundBlock): void {
    const { type, labels, body } = found.block;
    const [name = '', second = ''] = labels.map(({ value }) => value);
    if (type === 'module') this.#readCall(folder, name, found);
    else if (type === 'output') this.#flow(folder, body, () => `output.${name}`);
    else if (type === 'locals') this.#flow(folder, body, (attribute) => `local.${attribute}`);
    else if (type === 'resource') this.#flow(folder, body, () => `${name}.${second}`);
  }

  #flow(folder: string, body: SyntaxBody, nameOf: (attribute: string) => string): void {
    walkItems(body, (item) => {
      if (item.kind === 'block') return;
      for (const name of namesIn(item.expression))
        add(this.#next, nameIn(folder, name), nameIn(folder, nameOf(item.name)));
    });
  }

  #readCall(folder: string, name: string, found: FoundBlock): void {
    const { attributes } = found.block.body;
    if (this.#isMissing(found)) {
      add(this.#ends, anyProvider, `module.${name}`);
      for (const { expression } of attributes) {
        for (const used of namesIn(expression)) add(this.#ends, nameIn(folder, used), `module.${name}`);
      }
      return;
    }
    const source = attributes.find((attribute) => attribute.name === 'source');
    const written = source === undefined ? undefined : staticString(source.expression);
    const child = written?.startsWith('.') === true ? treePath(`${folder}/${written}`.replace(/^\//, '')) : undefined;
    if (child === undefined) return;
    this.read(child);
    for (const { name: argument, expression } of attributes) {
      const variable = nameIn(child, `var.${argument}`);
      add(this.#next, nameIn(folder, `call.${name}.${argument}`), variable);
      for (const used of namesIn(expression)) add(this.#next, nameIn(folder, used), variable);
    }
    for (const { block } of [...this.#world.texts(child).values()].flat()) {
      const output = block.labels[0]?.value ?? '';
      if (block.type !== 'output') continue;
      add(this.#next, nameIn(child, `output.${output}`), nameIn(folder, `module.${name}.${output}`));
    }
  }
}

function add(map: Map<string, Set<string>>, key: string, value: string): void {
  const values = map.get(key) ?? new Set<string>();
  values.add(value);
  map.set(key, values);
}

/** The names whose values an expression uses. */
function namesIn(expression: Expression): readonly string[] {
  const names: string[] = [];
  walkExpressions(expression, (part) => {
    if (part.kind === 'traversal') names.push(...nameOf(part));
    return undefined;
  });
  return names;
}

const tagAttributes: ReadonlySet<string> = new Set(['tags', 'tags_all', 'labels', 'user_labels', 'resource_labels']);

function nameOf({ root, steps }: Traversal): readonly string[] {
  const names = steps.flatMap((step) => (step.kind === 'attribute-step' ? [step.name] : []));
  const [first, second] = names;
  if (first === undefined) return [];
  if (root === 'local' || root === 'var') return [`${root}.${first}`];
  if (root === 'module') return second === undefined ? [] : [`module.${first}.${second}`];
  // Of a resource only the tags are of interest here, or all of it.
  return second === undefined || tagAttributes.has(second) ? [`${root}.${first}`] : [];
}
