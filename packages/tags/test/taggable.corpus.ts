import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Plan, readPlan } from '@tollgate/terraform';
import { describe, expect, it } from 'vitest';
import { judgeRequiredTags, tagReport } from '../src/index.ts';
import { planInput } from './plan.ts';

const corpus = process.env.TOLLGATE_CORPUS;
const plansFolder = join(corpus ?? '', 'terraform', 'plans');

if (corpus === undefined) process.stdout.write('Tags of the corpus: left out, TOLLGATE_CORPUS is not set.\n');

describe.skipIf(corpus === undefined)('tags of the corpus', () => {
  it('has the same rows of taggable types', () => {
    const ours = readFileSync(new URL('../data/taggable.tsv', import.meta.url), 'utf8');
    const theirs = readFileSync(join(corpus ?? '', 'tags', 'taggable.tsv'), 'utf8');
    expect(rowsOf(ours, ['type', 'attribute', 'kind', 'effective', 'aws_tag_policy_type'])).toEqual(
      rowsOf(theirs, ['resource_type', 'attribute', 'kind', 'effective_attribute', 'aws_tag_resource_type']),
    );
  });

  it('tells the tags of every resource of every plan', () => {
    const plans = corpus === undefined ? [] : readPlans();
    for (const plan of plans) {
      expect(() => JSON.stringify(tagReport(planInput(plan)))).not.toThrow();
    }
    process.stdout.write(`${plans.map(rowOf).join('\n')}\n`);
    expect(plans.length).toBeGreaterThan(0);
  });
});

function readPlans(): Plan[] {
  const files = readdirSync(plansFolder).filter((file) => file.endsWith('.json') && file !== 'index.json');
  return files.map((file) => readPlan(readFileSync(join(plansFolder, file)), { file }));
}

/** Counts of one plan, with the key that most people require. */
function rowOf(plan: Plan): string {
  const { resources } = tagReport(planInput(plan));
  const taggable = resources.filter((resource) => resource.taggable);
  const tagged = taggable.filter((resource) => Object.keys(resource.tags).length > 0);
  const open = taggable.filter((resource) => resource.unknownKeys || resource.unknownValues.length > 0);
  const judged = judgeRequiredTags(planInput(plan), ['Name']);
  const outcomes = ['pass', 'fail', 'unknown'].map((outcome) => {
    return `${judged.filter((result) => result.outcome === outcome).length} ${outcome}`;
  });
  return `${plan.file}: ${resources.length} resources, ${taggable.length} taggable, ${tagged.length} tagged, ${open.length} with unknowns; Name: ${outcomes.join(', ')}`;
}

/** The named columns of a table, sorted; comment lines are left out. */
function rowsOf(text: string, columns: readonly string[]): string[] {
  const [header = '', ...lines] = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  const places = columns.map((column) => header.split('\t').indexOf(column));
  return lines.map((line) => places.map((place) => line.split('\t')[place] ?? '').join('\t')).sort();
}
