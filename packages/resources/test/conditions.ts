import { compile, type Outcome, preview } from '@tollgate/cel';
import type { Subject } from '@tollgate/policy-engine';
import { type Evaluation, evaluateModule, memoryTree, readPlan } from '@tollgate/terraform';
import type { ResourceInput, ResourceView } from '../src/index.ts';
import { resourceSchema } from '../src/resource-schema.ts';

/** Files of a configuration; a text alone is `main.tf`. */
export type Files = string | Readonly<Record<string, string>>;

/** A configuration without mistakes, evaluated. */
export function evaluationOf(files: Files): Evaluation {
  const evaluation = evaluateModule(memoryTree(typeof files === 'string' ? { 'main.tf': files } : files));
  const errors = evaluation.diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new Error(errors.map(({ summary, detail }) => `${summary}: ${detail}`).join('\n'));
  return evaluation;
}

export function configurationOf(files: Files): ResourceInput {
  return { kind: 'configuration', evaluation: evaluationOf(files) };
}

/** What a test says of a resource in a plan; the rest is as in a plan that creates it. */
export interface PlannedBucket {
  readonly [member: string]: unknown;
  readonly change?: Readonly<Record<string, unknown>>;
}

/** A plan as Terraform writes it, of buckets with the given members. */
export function planOf(...resources: readonly PlannedBucket[]): ResourceInput {
  const document = {
    format_version: '1.2',
    terraform_version: '1.11.4',
    resource_changes: resources.map(({ change, ...element }) => ({
      address: 'aws_s3_bucket.logs',
      mode: 'managed',
      type: 'aws_s3_bucket',
      name: 'logs',
      provider_name: 'registry.terraform.io/hashicorp/aws',
      change: { actions: ['create'], before: null, after: {}, after_unknown: {}, ...change },
      ...element,
    })),
  };
  const plan = readPlan(new TextEncoder().encode(JSON.stringify(document)), { file: 'plan.json' });
  return { kind: 'plan', plan, sources: new Map() };
}

/** What a condition says of a subject: its value, or why there is none. */
export function outcomeOf(subject: Subject<ResourceView> | undefined, expression: string): unknown {
  const outcome = evaluate(subject, expression);
  if (outcome.kind === 'value') return outcome.value;
  return outcome.kind === 'error' ? `error: ${outcome.message}` : outcome.reasons;
}

/** All that a report could show of a condition: the outcome, and each step with its value. */
export function everythingOf(subject: Subject<ResourceView> | undefined, expression: string): string {
  const outcome = evaluate(subject, expression);
  const value = outcome.kind === 'value' ? preview(outcome.value) : '';
  return JSON.stringify([outcome, value], (_, part) => (typeof part === 'bigint' ? String(part) : part));
}

function evaluate(subject: Subject<ResourceView> | undefined, expression: string): Outcome {
  if (subject === undefined) throw new Error('there is no such subject');
  return compile(expression, { schema: resourceSchema }).evaluate(subject.input, { trace: true });
}
