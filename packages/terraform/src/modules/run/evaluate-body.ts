import { elementsOf, isIterable } from '../../expressions/index.ts';
import {
  DYNAMIC,
  deepMarks,
  EPHEMERAL,
  objectValue,
  reasonsIn,
  tupleValue,
  typeName,
  typeOf,
  unknownValue,
  type Value,
  withMarks,
} from '../../values/index.ts';
import type { BlockBody, NestedBlock } from '../config/block-body.ts';
import { errorMessage, type Place, placeOf } from '../message.ts';
import { evaluateIn } from './evaluate-expression.ts';
import { MAX_INSTANCES } from './expansion.ts';
import type { LocalNames } from './local-names.ts';
import type { ModuleRun } from './module-run.ts';

/** A part of a block, by its path in the value, and where it is written. */
export interface WrittenPart {
  readonly path: readonly (string | number)[];
  readonly at: Place;
}

/** What a block gives: attributes by name, nested blocks as tuples of objects. */
export interface BodyValues {
  readonly values: ReadonlyMap<string, Value>;
  readonly parts: readonly WrittenPart[];
}

/** Where ephemeral values may go: not into what Terraform keeps. */
export type Keeping = 'kept' | 'not kept';

/** evaluateBody evaluates what a block holds. Parts are listed only when the evaluation keeps places. */
export function evaluateBody(run: ModuleRun, body: BlockBody, names: LocalNames, keeping: Keeping): BodyValues {
  const parts: WrittenPart[] = [];
  const values = new BodyEvaluator(run, keeping, run.shared.keepPlaces ? parts : undefined).evaluate(body, names, []);
  return { values, parts };
}

class BodyEvaluator {
  readonly #run: ModuleRun;
  readonly #keeping: Keeping;
  readonly #parts: WrittenPart[] | undefined;

  constructor(run: ModuleRun, keeping: Keeping, parts: WrittenPart[] | undefined) {
    this.#run = run;
    this.#keeping = keeping;
    this.#parts = parts;
  }

  evaluate(body: BlockBody, names: LocalNames, path: WrittenPart['path']): Map<string, Value> {
    const values = new Map<string, Value>();
    for (const { name, value: expression, at } of body.attributes) {
      const { value } = evaluateIn(this.#run, expression, names);
      if (this.#keeping === 'kept' && (deepMarks(value) & EPHEMERAL) !== 0) {
        this.#report(
          placeOf(expression.source, expression.expression),
          'Invalid use of ephemeral value',
          EPHEMERAL_VALUE,
        );
      }
      this.#parts?.push({ path: [...path, name], at });
      values.set(name, value);
    }
    const groups = new Map<string, NestedBlock[]>();
    for (const block of body.blocks) {
      const group = groups.get(block.type);
      if (group === undefined) groups.set(block.type, [block]);
      else group.push(block);
    }
    for (const [type, blocks] of groups) values.set(type, this.#blocks(blocks, names, [...path, type]));
    return values;
  }

  #report(at: Place, summary: string, detail: string): void {
    this.#run.shared.report(errorMessage(at, summary, detail));
  }

  /** All blocks of one type. Unknown as a whole, when it is not known how many there are. */
  #blocks(blocks: readonly NestedBlock[], names: LocalNames, path: WrittenPart['path']): Value {
    const objects: Value[] = [];
    const missing: Value[] = [];
    const add = (block: NestedBlock, inner: LocalNames) => {
      const at = [...path, objects.length];
      this.#parts?.push({ path: at, at: block.at });
      objects.push(blockObject(this.evaluate(block.body, inner, at)));
    };
    for (const block of blocks) {
      if (block.dynamic === undefined) {
        add(block, names);
        continue;
      }
      const elements = this.#elements(block.dynamic, names);
      if (elements.kind === 'unknown') {
        missing.push(elements.value);
        continue;
      }
      const { iterator } = block.dynamic;
      for (const [key, value] of elements.pairs) {
        const element = objectValue([
          ['key', key],
          ['value', value],
        ]);
        add(block, { ...names, iterators: new Map([...(names.iterators ?? []), [iterator, element]]) });
      }
    }
    return missing.length === 0 ? tupleValue(objects) : unknownValue(DYNAMIC, reasonsIn(...missing));
  }

  #elements(
    { forEach }: NonNullable<NestedBlock['dynamic']>,
    names: LocalNames,
  ):
    | { readonly kind: 'known'; readonly pairs: readonly (readonly [Value, Value])[] }
    | { readonly kind: 'unknown'; readonly value: Value } {
    const at = placeOf(forEach.source, forEach.expression);
    const { value, failed } = evaluateIn(this.#run, forEach, names);
    if (failed || value.kind === 'unknown') return { kind: 'unknown', value };
    const refuse = (detail: string) => {
      this.#report(at, 'Invalid dynamic for_each value', detail);
      return { kind: 'unknown', value: unknownValue(DYNAMIC, ['for_each of a dynamic block is wrong']) } as const;
    };
    if (value.kind === 'null') return refuse('Cannot use a null value in for_each.');
    const pairs = elementsOf(value);
    if (!isIterable(typeOf(value))) {
      return refuse(`Cannot use a ${typeName(typeOf(value))} value in for_each. An iterable collection is required.`);
    }
    if (pairs.length > MAX_INSTANCES) {
      const detail = `The "for_each" of the dynamic block has ${pairs.length} elements. At most ${MAX_INSTANCES} are evaluated.`;
      this.#report(at, 'Too many blocks', detail);
      return { kind: 'unknown', value: unknownValue(DYNAMIC, [`there are more than ${MAX_INSTANCES} blocks`]) };
    }
    const { marks } = value;
    return { kind: 'known', pairs: pairs.map(([key, item]) => [withMarks(key, marks), withMarks(item, marks)]) };
  }
}

const EPHEMERAL_VALUE =
  'Ephemeral values are not valid in resource arguments, because resource instances must persist between Terraform phases.';

/** Null arguments count as not given. */
function blockObject(values: ReadonlyMap<string, Value>): Value {
  return objectValue(values.entries().filter(([, value]) => value.kind !== 'null'));
}
