import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type Plan, type PlannedAction, readPlan, TerraformError } from '../src/index.ts';

/** What the corpus says of a file, from counting its `resource_changes`. */
interface Entry {
  readonly file: string;
  readonly terraform: string;
  readonly resourceChanges: number;
  readonly actions: Readonly<Partial<Record<PlannedAction, number>>>;
}

const corpus = process.env.TOLLGATE_CORPUS;
const folder = join(corpus ?? '', 'terraform', 'plans');

if (corpus === undefined) process.stdout.write('Plans of the corpus: left out, TOLLGATE_CORPUS is not set.\n');

describe.skipIf(corpus === undefined)('plans of the corpus', () => {
  const entries: readonly Entry[] =
    corpus === undefined ? [] : JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8'));
  const rows: string[] = [];
  afterAll(() => {
    const read = rows.filter((row) => row.startsWith('read')).length;
    process.stdout.write(`${rows.join('\n')}\n${read} read, ${rows.length - read} refused, of ${entries.length}\n`);
  });

  it.each(entries)('reads or refuses $file', ({ file, terraform, resourceChanges, actions }) => {
    const outcome = readOrRefuse(file);
    rows.push(rowOf(file, outcome));
    if (typeof outcome === 'string') {
      expect(outcome).toContain(file);
      return;
    }
    expect(outcome.terraformVersion).toBe(terraform);
    expect(outcome.resources).toHaveLength(resourceChanges);
    expect(countActions(outcome)).toEqual(actions);
  });
});

/** The plan, or the message with which it is refused. Any other error is thrown on. */
function readOrRefuse(file: string): Plan | string {
  try {
    return readPlan(readFileSync(join(folder, file)), { file });
  } catch (error) {
    if (error instanceof TerraformError) return error.message;
    throw error;
  }
}

function countActions({ resources }: Plan): Record<string, number> {
  const byAction = Map.groupBy(resources, (resource) => resource.action);
  return Object.fromEntries([...byAction].map(([action, group]) => [action, group.length]));
}

function rowOf(file: string, outcome: Plan | string): string {
  if (typeof outcome === 'string') return `refused  ${file}  ${outcome}`;
  const { formatVersion, terraformVersion, resources } = outcome;
  return `read     ${file}  format ${formatVersion}, Terraform ${terraformVersion}, ${resources.length} changes`;
}
