import { Ajv2020 } from 'ajv/dist/2020.js';
import { readDocuments } from '../src/documents/read-documents.ts';
import { FormError, type Gate } from '../src/gates/gate.ts';
import type { Subject } from '../src/gates/subject.ts';
import type { JsonObject, JsonValue } from '../src/json.ts';
import { type CompilePolicyOptions, compilePolicy } from '../src/judge/compile-policy.ts';
import type { CompiledPolicy } from '../src/judge/compiled-policy.ts';
import { layerPolicies } from '../src/layers/layer-policies.ts';
import { problemText } from '../src/problem.ts';

const labelsSchema: JsonObject = {
  type: 'object',
  properties: { least: { type: 'integer' }, most: { type: 'integer' }, allowed: { type: 'array' } },
  additionalProperties: false,
};

/** A small gate about things with a type, a size, a flag and labels. Its one form counts labels. */
export const thingGate: Gate<{ labels: number }> = {
  name: 'thing',
  schema: {
    type: 'object',
    properties: {
      thing: {
        type: 'object',
        properties: {
          type: { type: 'string' },
          name: { type: 'string' },
          size: { type: 'number' },
          isOpen: { type: 'boolean' },
          labels: { type: 'object', additionalProperties: { type: 'string' } },
          ports: { type: 'array', items: { type: 'number' } },
          zones: { type: 'array', items: { type: 'string' } },
          until: { type: 'string' },
          values: true,
        },
      },
    },
  },
  forms: [
    {
      name: 'labels',
      schema: labelsSchema,
      validate: new Ajv2020({ allErrors: true }).compile<JsonObject>(labelsSchema),
      compile(value) {
        const { least, most } = limitsOf(value);
        if (least > most) throw new FormError(['most'], `No thing has at least ${least} and at most ${most} labels.`);
        return ({ data }) =>
          data.labels >= least && data.labels <= most
            ? { outcome: 'pass', message: 'Has as many labels as it should.' }
            : { outcome: 'fail', message: `Has ${data.labels} labels.`, missing: ['a label'] };
      },
    },
  ],
};

function limitsOf(value: JsonValue): { least: number; most: number } {
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  const limit = (name: string, otherwise: number): number => {
    const found = entries.find(([key]) => key === name)?.[1];
    return typeof found === 'number' ? found : otherwise;
  };
  return { least: limit('least', 0), most: limit('most', 100) };
}

/** A thing of a type that `thing.type` and patterns see; what else it is stands in `values`. */
export function thing(
  id: string,
  values: Readonly<Record<string, unknown>> = {},
  more: Partial<Subject<{ labels: number }>> = {},
): Subject<{ labels: number }> {
  const type = id.split('.')[0] ?? '';
  return {
    reference: { kind: 'thing', id },
    names: [type, id],
    actions: null,
    changed: null,
    input: { thing: { type, name: id, ...values } },
    data: { labels: 0 },
    ...more,
  };
}

/** Policies as a run reads them, each text in a file of its own: `a.yml`, `b.yml`, …. */
export async function policiesOf(
  texts: readonly string[],
  options?: CompilePolicyOptions,
): Promise<{ policies: CompiledPolicy<{ labels: number }>[]; problems: string[] }> {
  const files = texts.map((text, index) => ({ file: `${String.fromCharCode(97 + index)}.yml`, text }));
  const documents = await readDocuments(files);
  const layered = layerPolicies(documents.policies, { environment: null });
  const problems = [...documents.problems, ...layered.problems];
  const policies: CompiledPolicy<{ labels: number }>[] = [];
  for (const policy of layered.policies) {
    const compiled = await compilePolicy(policy, thingGate, options);
    problems.push(...compiled.problems);
    if (compiled.policy !== null) policies.push(compiled.policy);
  }
  return { policies, problems: problems.map(problemText) };
}

/** The text of a policy for things with these lines under `spec`. */
export function policyText(spec: string, name = 'things', layer = 'repository'): string {
  const lines = spec.split('\n').map((line) => (line === '' ? '' : `  ${line}`));
  return `apiVersion: tollgate/v1\nkind: Policy\nmetadata: { name: ${name}, layer: ${layer} }\nspec:\n  gate: thing\n${lines.join('\n')}\n`;
}

/** A policy of one rule with an `assert` and further lines of the rule. */
export function assertText(assert: string, ...lines: readonly string[]): string {
  const rest = lines.map((line) => `\n    ${line}`).join('');
  return policyText(`rules:\n  - id: rule\n    assert: ${JSON.stringify(assert)}${rest}`);
}

/** The one policy of a text. */
export async function policyOf(
  text: string,
  options?: CompilePolicyOptions,
): Promise<CompiledPolicy<{ labels: number }>> {
  const { policies, problems } = await policiesOf([text], options);
  const [policy] = policies;
  if (policy === undefined || problems.length > 0) throw new Error(problems.join('\n'));
  return policy;
}
