import type { JsonObject, JsonValue } from '@tollgate/policy-engine';
import { type Evaluation, evaluateModule, memoryTree, readPlan, treePath } from '@tollgate/terraform';
import type { ResourceInput } from '../resource-view.ts';
import type { ResourceOptions } from '../views/resource-views.ts';
import { givenPlan } from './given-plan.ts';

/** What a test case gives, read as if it came from files. */
export interface GivenInput {
  readonly input: ResourceInput;
  readonly options: ResourceOptions;
}

/**
 * Reads what a test case gives, in the form of `resourceGivenSchema`.
 * @throws Error whose message is a sentence, when it cannot be read or has mistakes.
 */
export function givenInput(given: JsonObject): GivenInput {
  const { terraform, base, resources, plan } = given;
  if (base !== undefined && terraform === undefined) {
    throw new Error('A plan and resources tell what changes: leave "base" out, or give "terraform".');
  }
  if (terraform !== undefined) {
    const input: ResourceInput = { kind: 'configuration', evaluation: evaluate(terraform, 'terraform') };
    return { input, options: base === undefined ? {} : { base: evaluate(base, 'base') } };
  }
  const read = plan === undefined ? givenPlan(resources ?? []) : readPlan(bytesOf(plan), { file: 'plan' });
  return { input: { kind: 'plan', plan: read, sources: new Map() }, options: {} };
}

function bytesOf(document: JsonValue): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(document));
}

function evaluate(given: JsonValue, form: string): Evaluation {
  const evaluation = evaluateModule(memoryTree(filesOf(given, form)));
  const errors = evaluation.diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return evaluation;
  const lines = errors.map(({ summary, detail, source }) => {
    const place = source === null ? '' : `${source.file}:${source.startLine}:${source.startColumn}: `;
    return `${place}${summary}: ${detail}`;
  });
  throw new Error(`The configuration in "${form}" has mistakes:\n${lines.join('\n')}`);
}

function filesOf(given: JsonValue, form: string): Record<string, string> {
  if (typeof given === 'string') return { 'main.tf': given };
  const files: [string, string][] = [];
  for (const [name, text] of Object.entries(given ?? {})) {
    if (typeof text !== 'string' || treePath(name) === undefined) {
      throw new Error(`"${form}" holds "${name}", which is no text of a file inside of the configuration.`);
    }
    files.push([name, text]);
  }
  return Object.fromEntries(files);
}
