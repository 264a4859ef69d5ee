import {
  convert,
  deepMarks,
  isWhollyKnown,
  NUMBER,
  reasonsIn,
  SENSITIVE,
  sortedEntries,
  toInteger,
  typeName,
  typeOf,
  type Value,
  ValueError,
  withMarks,
  withoutMarks,
} from '../../values/index.ts';
import type { ConfigExpression } from '../config/config-expression.ts';
import type { Repetition } from '../config/resource.ts';
import { errorMessage, placeOf } from '../message.ts';
import { evaluateIn } from './evaluate-expression.ts';
import { countNames, eachNames, type InstanceKey, type LocalNames, NO_NAMES, unknownNames } from './local-names.ts';
import type { ModuleRun } from './module-run.ts';

/** A block may stand for so many instances. */
export const MAX_INSTANCES = 10_000;

/** Which instances a block stands for, with the names that hold in each. */
export type Expansion =
  | { readonly kind: 'none' }
  | { readonly kind: 'count' | 'each'; readonly instances: ReadonlyMap<InstanceKey, LocalNames> }
  | {
      readonly kind: 'unknown';
      readonly by: 'count' | 'each';
      readonly names: LocalNames;
      readonly reasons: readonly string[];
    };

const NOT_REPEATED: Expansion = { kind: 'none' };

/** expand evaluates `count` or `for_each` of a block. */
export function expand(run: ModuleRun, { count, forEach }: Repetition): Expansion {
  const expansion =
    count !== undefined
      ? new Expander(run, count, 'count').count()
      : forEach !== undefined
        ? new Expander(run, forEach, 'each').forEach()
        : NOT_REPEATED;
  if (run.shared.purpose !== 'valid' || expansion.kind === 'none' || expansion.kind === 'unknown') return expansion;
  const reasons = [`the number of instances`];
  return { kind: 'unknown', by: expansion.kind, names: unknownNames(expansion.kind, reasons), reasons };
}

class Expander {
  readonly #run: ModuleRun;
  readonly #expression: ConfigExpression;
  readonly #by: 'count' | 'each';

  constructor(run: ModuleRun, expression: ConfigExpression, by: 'count' | 'each') {
    this.#run = run;
    this.#expression = expression;
    this.#by = by;
  }

  get #at() {
    return placeOf(this.#expression.source, this.#expression.expression);
  }

  get #argument() {
    return this.#by === 'count' ? 'count' : 'for_each';
  }

  #unknown(reasons: readonly string[]): Expansion {
    return { kind: 'unknown', by: this.#by, names: unknownNames(this.#by, reasons), reasons };
  }

  #refuse(detail: string, summary = `Invalid ${this.#argument} argument`): Expansion {
    this.#run.shared.report(errorMessage(this.#at, summary, detail));
    return this.#unknown([`${this.#argument} is wrong`]);
  }

  /** What Terraform cannot know either is an error there; what only is not at hand here is worth a notice. */
  #notKnown(value: Value, detail: string): Expansion {
    const reasons = reasonsIn(value);
    if (this.#run.shared.purpose === 'valid') return this.#unknown(reasons);
    const { certainReasons } = this.#run.shared;
    if (reasons.length > 0 && reasons.every((reason) => certainReasons.has(reason))) return this.#refuse(detail);
    const why = reasons.length === 0 ? '' : ` (${reasons.join('; ')})`;
    this.#run.shared.notice({
      severity: 'warning',
      summary: 'Number of instances not known',
      detail: `The "${this.#argument}" value is not known here${why}. One instance stands for all that there may be.`,
      at: this.#at,
    });
    return this.#unknown(reasons);
  }

  #tooMany(length: number): Expansion {
    const detail = `The "${this.#argument}" value asks for ${length} instances. At most ${MAX_INSTANCES} of one block are evaluated.`;
    this.#run.shared.report(errorMessage(this.#at, 'Too many instances', detail));
    return this.#unknown([`there are more than ${MAX_INSTANCES} instances`]);
  }

  count(): Expansion {
    const { value, failed } = evaluateIn(this.#run, this.#expression, NO_NAMES);
    if (failed) return this.#unknown(reasonsIn(value));
    const given = withoutMarks(value);
    if (given.kind === 'null') return this.#refuse('The given "count" argument value is null. An integer is required.');
    const number = convertNumber(given);
    if (number === undefined)
      return this.#refuse('Invalid expression value: a number is required.', 'Incorrect value type');
    if (number.kind !== 'number') return this.#notKnown(number, COUNT_UNKNOWN);
    let count: number;
    try {
      count = toInteger(number.value);
    } catch (error) {
      if (!(error instanceof ValueError)) throw error;
      return this.#refuse(`The given "count" argument value is unsuitable: ${error.message}.`);
    }
    if (count < 0) {
      return this.#refuse('The given "count" argument value is unsuitable: must be greater than or equal to zero.');
    }
    if (count > MAX_INSTANCES) return this.#tooMany(count);
    return {
      kind: 'count',
      instances: new Map(Array.from({ length: count }, (_, index) => [index, countNames(index)])),
    };
  }

  forEach(): Expansion {
    const { value, failed } = evaluateIn(this.#run, this.#expression, NO_NAMES);
    if (failed) return this.#unknown(reasonsIn(value));
    if ((value.marks & SENSITIVE) !== 0) return this.#refuse(FOR_EACH_SENSITIVE);
    const type = typeOf(value);
    if (value.kind === 'null') {
      return this.#refuse(
        'The given "for_each" argument value is unsuitable: the given "for_each" argument value is null. A map, or set of strings is allowed.',
      );
    }
    if (type.kind !== 'dynamic' && type.kind !== 'map' && type.kind !== 'object' && type.kind !== 'set') {
      return this.#refuse(
        `The given "for_each" argument value is unsuitable: the "for_each" argument must be a map, or set of strings, and you have provided a value of type ${typeName(type)}.`,
      );
    }
    if (value.kind === 'unknown') {
      return this.#notKnown(value, type.kind === 'set' ? UNKNOWN_SET : UNKNOWN_MAP);
    }
    return value.kind === 'set' ? this.#forSet(value) : this.#forMap(value);
  }

  #forMap(value: Value): Expansion {
    if (value.kind !== 'map' && value.kind !== 'object') return this.#unknown([]);
    const entries = sortedEntries(value);
    if (entries.length > MAX_INSTANCES) return this.#tooMany(entries.length);
    return {
      kind: 'each',
      instances: new Map(entries.map(([key, item]) => [key, eachNames(key, withMarks(item, value.marks))])),
    };
  }

  #forSet(value: Extract<Value, { kind: 'set' }>): Expansion {
    const { element } = value.type;
    if (!isWhollyKnown(value)) return this.#notKnown(value, UNKNOWN_SET);
    if (value.items.length > 0 && element.kind !== 'string') {
      return this.#refuse(
        `The given "for_each" argument value is unsuitable: "for_each" supports maps and sets of strings, but you have provided a set containing type ${typeName(element)}.`,
        SET_SUMMARY,
      );
    }
    if (value.items.length > MAX_INSTANCES) return this.#tooMany(value.items.length);
    const instances = new Map<InstanceKey, LocalNames>();
    for (const item of value.items) {
      if (item.kind !== 'string') {
        return this.#refuse(
          'The given "for_each" argument value is unsuitable: "for_each" sets must not contain null values.',
          SET_SUMMARY,
        );
      }
      instances.set(item.value, eachNames(item.value, withMarks(item, deepMarks(value))));
    }
    return { kind: 'each', instances };
  }
}

function convertNumber(value: Value): Value | undefined {
  try {
    return convert(value, NUMBER);
  } catch (error) {
    if (error instanceof ValueError) return undefined;
    throw error;
  }
}

const SET_SUMMARY = 'Invalid for_each set argument';
const COUNT_UNKNOWN =
  'The "count" value depends on resource attributes that cannot be determined until apply, so Terraform cannot predict how many instances will be created. To work around this, use the -target argument to first apply only the resources that the count depends on.';
const FOR_EACH_SENSITIVE =
  'Sensitive values, or values derived from sensitive values, cannot be used as for_each arguments. If used, the sensitive value could be exposed as a resource instance key.';
const TARGET =
  'Alternatively, you could use the -target planning option to first apply only the resources that the for_each value depends on, and then apply a second time to fully converge.';

const UNKNOWN_SET = `The "for_each" set includes values derived from resource attributes that cannot be determined until apply, and so Terraform cannot determine the full set of keys that will identify the instances of this resource.\n\nWhen working with unknown values in for_each, it's better to use a map value where the keys are defined statically in your configuration and where only the values contain apply-time results.\n\n${TARGET}`;

const UNKNOWN_MAP = `The "for_each" map includes keys derived from resource attributes that cannot be determined until apply, and so Terraform cannot determine the full set of keys that will identify the instances of this resource.\n\nWhen working with unknown values in for_each, it's better to define the map keys statically in your configuration and place apply-time results only in the map values.\n\n${TARGET}`;
