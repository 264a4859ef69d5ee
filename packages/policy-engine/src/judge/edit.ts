import type { JsonValue } from '../json.ts';

/** A way into the input of conditions: names and positions. */
export type InputPath = readonly (string | number)[];

/** One change of an input. */
export interface Edit {
  readonly path: InputPath;
  /** The new value; undefined takes it out. */
  readonly value: JsonValue | undefined;
  /** What is wanted in words: `"t3.micro"`, `a text that starts with "t"`, `not set`. */
  readonly wanted: string;
  /** Other values would do as well; this is one of them. */
  readonly isExample: boolean;
}

/** Changes that are made together. */
export type EditSet = readonly Edit[];

/** The most alternatives that are followed, and the most changes that one of them may need. */
const MAX_ALTERNATIVES = 48;
const MAX_EDITS = 6;

/** Both must be made: every alternative of the one with every one of the other that does not contradict it. */
export function both(one: readonly EditSet[], other: readonly EditSet[]): readonly EditSet[] {
  const united = one.flatMap((first) => other.map((second) => unite(first, second)));
  return alternatives(united.filter((set) => set !== null));
}

/** One of them is enough: the ones with the fewest changes, each once. */
export function alternatives(sets: readonly EditSet[]): readonly EditSet[] {
  const distinct = new Map<string, EditSet>();
  for (const set of sets) if (set.length <= MAX_EDITS) distinct.set(JSON.stringify(set), set);
  return [...distinct.values()].sort((a, b) => a.length - b.length).slice(0, MAX_ALTERNATIVES);
}

/** The changes of both, or null when they want different values at one place. An example gives way to what is exact. */
function unite(one: EditSet, other: EditSet): EditSet | null {
  const united: Edit[] = [...one];
  for (const edit of other) {
    const at = united.findIndex((known) => samePath(known.path, edit.path));
    const known = united[at];
    if (known === undefined) united.push(edit);
    else if (known.isExample) united[at] = edit;
    else if (!edit.isExample && JSON.stringify(known.value) !== JSON.stringify(edit.value)) return null;
  }
  // What is set inside of an example takes its place: `has(a.b) && a.b.c == 1` needs a.b.c alone.
  return united.filter((edit) => !edit.isExample || !united.some((inner) => isInside(inner.path, edit.path)));
}

function samePath(one: InputPath, other: InputPath): boolean {
  return one.length === other.length && one.every((step, index) => step === other[index]);
}

function isInside(inner: InputPath, outer: InputPath): boolean {
  return inner.length > outer.length && outer.every((step, index) => step === inner[index]);
}

/** A way as it is written in a condition: `resource.values.tags["cost-center"]`. */
export function inputPathText(path: InputPath): string {
  return path
    .map((step, index) => {
      if (typeof step === 'number') return `[${step}]`;
      if (!/^[A-Za-z_]\w*$/.test(step)) return `[${JSON.stringify(step)}]`;
      return index === 0 ? step : `.${step}`;
    })
    .join('');
}
