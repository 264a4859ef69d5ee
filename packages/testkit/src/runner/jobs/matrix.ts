import { RunnerError } from '../errors.ts';
import { isMapping, listAt, mappingAt, type Plain, type PlainMapping } from '../plain-data.ts';

/** At most this many combinations a workflow run (GitHub documentation on limits, 2026-11-20). */
const MAX_COMBINATIONS = 256;

/**
 * expandMatrix gives the combinations of `strategy.matrix` after its expressions were evaluated; one empty
 * combination without a matrix. `exclude` takes out what it matches in part. `include` adds to every combination whose
 * own values it does not change, and makes a new combination when there is none.
 */
export function expandMatrix(matrix: Plain | undefined): PlainMapping[] {
  if (matrix === undefined || matrix === null) return [{}];
  const { include, exclude, ...vectors } = mappingAt(matrix, 'strategy.matrix');
  const excluded = entries(exclude, 'strategy.matrix.exclude');
  const product = combine(vectors).filter((own) => !excluded.some((pattern) => isPart(pattern, own)));
  const combinations = product.map((own) => ({ own, all: { ...own } }));
  const added: PlainMapping[] = [];
  for (const extra of entries(include, 'strategy.matrix.include')) {
    const fitting = combinations.filter(({ own }) =>
      Object.entries(extra).every(([key, value]) => !(key in own) || isSame(own[key], value)),
    );
    for (const combination of fitting) Object.assign(combination.all, extra);
    if (fitting.length === 0) added.push(extra);
  }
  const all = [...combinations.map((combination) => combination.all), ...added];
  if (all.length > MAX_COMBINATIONS) {
    throw new RunnerError(`strategy.matrix has ${all.length} combinations; GitHub runs at most ${MAX_COMBINATIONS}.`);
  }
  return all;
}

/** combinationName is what GitHub puts behind the name of a job: its values in brackets. */
export function combinationName(combination: PlainMapping): string {
  const values = Object.values(combination).flatMap(scalars);
  return values.length === 0 ? '' : ` (${values.join(', ')})`;
}

/** The first key varies slowest. No vectors make no combination: then only `include` counts. */
function combine(vectors: PlainMapping): PlainMapping[] {
  const keys = Object.entries(vectors);
  if (keys.length === 0) return [];
  return keys.reduce<PlainMapping[]>(
    (combinations, [key, values]) =>
      combinations.flatMap((combination) =>
        listAt(values, `strategy.matrix.${key}`).map((value) => ({ ...combination, [key]: value })),
      ),
    [{}],
  );
}

function entries(list: Plain | undefined, where: string): PlainMapping[] {
  return listAt(list, where).map((entry, index) => mappingAt(entry, `${where}[${index}]`));
}

function isPart(pattern: PlainMapping, whole: PlainMapping): boolean {
  return Object.entries(pattern).every(([key, value]) => isSame(whole[key], value));
}

function isSame(left: Plain | undefined, right: Plain): boolean {
  if (isMapping(left) && isMapping(right)) return isPart(right, left);
  return JSON.stringify(left) === JSON.stringify(right);
}

function scalars(value: Plain): string[] {
  if (Array.isArray(value)) return value.flatMap(scalars);
  if (isMapping(value)) return Object.values(value).flatMap(scalars);
  return value === null ? [] : [String(value)];
}
