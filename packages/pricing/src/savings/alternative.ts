import type { ResourceView } from '@tollgate/resources';
import { isList, isObject, type JsonValue } from '@tollgate/terraform';
import type { Facts } from '../facts/table.ts';
import { amountText } from '../money/amount.ts';
import { Attributes, type Reading } from '../resource/attributes.ts';
import { isMarked, type Path, partAt, pathText } from '../resource/place.ts';
import { Undetermined } from '../resource/undetermined.ts';
import type { ChangedValues, NewValue } from './alternative-rule.ts';
import { changedView } from './changed-view.ts';

/** An attribute that would have another value. */
export interface ValueChange {
  readonly path: Path;
  /** Undefined when it is not set. */
  readonly from: JsonValue | undefined;
  /** Null when it would not be set. */
  readonly to: JsonValue;
}

/** What a resource could be instead. */
export type Alternative =
  | { readonly kind: 'other'; readonly view: ResourceView; readonly changes: readonly ValueChange[] }
  /** It is that already, or there is nothing that does as much. */
  | { readonly kind: 'none' }
  /** An attribute that decides it is not known. */
  | { readonly kind: 'unknown'; readonly reason: string };

/** Finds what a resource could be instead, by a rule that gives attributes other values. */
export function alternativeOf(view: ResourceView, rule: ChangedValues, facts: Facts): Alternative {
  try {
    const changes = rule.blocks
      .flatMap((names) => pathsOfBlocks(view, names))
      .flatMap((path) => changesOf(view, path, rule, facts));
    if (changes.length === 0) return { kind: 'none' };
    return {
      kind: 'other',
      view: changes.reduce((changed, { path, to }) => changedView(changed, path, to), view),
      changes,
    };
  } catch (error) {
    if (error instanceof Undetermined) return { kind: 'unknown', reason: error.reason };
    throw error;
  }
}

/** An alternative is of one value: of an attribute that can have several there is no telling which would change. */
const known: Reading = {
  prefix: '',
  choose: (_attribute, reason) => {
    throw new Undetermined(reason);
  },
  assume: () => {},
  possibleValues: () => null,
  target: () => null,
};

function changesOf(view: ResourceView, path: Path, { from, set }: ChangedValues, facts: Facts): readonly ValueChange[] {
  const block = new Attributes(view, path, known);
  const isMeant = [...from].every(([name, values]) => values.includes(block.text(name) ?? null));
  if (!isMeant) return [];
  const changes: ValueChange[] = [];
  for (const [name, source] of set) {
    const value = newValue(source, name, block, facts);
    if (value === undefined) return [];
    const old = block.value(name);
    if (!isSame(old, value)) changes.push({ path: [...path, name], from: old, to: value });
  }
  return changes;
}

/** The value that an attribute would have; undefined when there is none. */
function newValue(source: NewValue, name: string, block: Attributes, facts: Facts): JsonValue | undefined {
  switch (source.kind) {
    case 'written':
      return source.value;
    case 'table': {
      const old = block.value(name);
      if (isList(old)) {
        const texts = block.texts(name);
        const others = texts.map((text) => source.table(text) ?? text);
        return isSame([...texts], others) ? undefined : others;
      }
      const text = block.text(name);
      return text === undefined ? undefined : source.table(text);
    }
    case 'derived': {
      const value = source.derivation(block, facts);
      return value === undefined || value === null ? value : Number(amountText(value));
    }
    case 'at-most':
      return block.number(name)?.gt(source.most) === true ? Number(amountText(source.most)) : undefined;
  }
}

function pathsOfBlocks(view: ResourceView, names: readonly string[]): readonly Path[] {
  return names.reduce<readonly Path[]>(
    (paths, name) =>
      paths.flatMap((outer) => {
        const path = [...outer, name];
        if (isMarked(view.unknown, path)) throw new Undetermined(`\`${pathText(path)}\` is not known`);
        const found = partAt(view.values, path);
        if (isList(found)) return found.map((_, index) => [...path, index]);
        return isObject(found) ? [path] : [];
      }),
    [[]],
  );
}

/** Numbers and truth values can be written as text. */
function isSame(old: JsonValue | undefined, value: JsonValue): boolean {
  if (old === undefined || value === null) return old === undefined && value === null;
  return isObject(old) || isList(old) ? JSON.stringify(old) === JSON.stringify(value) : String(old) === String(value);
}
