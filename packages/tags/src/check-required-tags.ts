import {
  code,
  codes,
  type Decision,
  decide,
  type Evidence,
  type OnUnknown,
  type Phrase,
  type PolicyHeader,
  type RuleResult,
  type Source,
  text,
} from '@tollgate/policy-engine';
import type { Plan } from '@tollgate/terraform';
import { isChanged, judgeRequiredTags } from './required-tags.ts';

/** What a check of required tags is asked for. */
export interface RequiredTagsCheck {
  /** Keys that must be there. */
  readonly required: readonly string[];
  /** What follows when a key may be there and the plan does not tell. */
  readonly onUnknown: OnUnknown;
  /** Where resources are defined, by address, when the source is at hand. */
  readonly sources?: ReadonlyMap<string, Source>;
}

const ruleId = 'keys';

/** Judges the tags of a plan by required keys alone, as the one rule of a policy that is made from them. */
export function checkRequiredTags(plan: Plan, check: RequiredTagsCheck): { decision: Decision; evidence: Evidence } {
  const required = [...new Set(check.required)].sort();
  const results = judgeRequiredTags(plan, { ...check, rule: ruleId, required });
  return {
    decision: decide([{ policy: requiredTagsPolicy(required, check.onUnknown), results }]),
    evidence: evidenceOf(plan, { ...check, required }, results),
  };
}

/** The policy that a list of required keys is short for. */
function requiredTagsPolicy(required: readonly string[], onUnknown: OnUnknown): PolicyHeader {
  const rule = { id: ruleId, level: 'hard-mandatory', onUnknown } as const;
  return {
    name: 'required-tags',
    version: '1.0.0',
    rules: [rule],
    document: { gate: 'tags', rules: [{ ...rule, tags: Object.fromEntries(required.map((key) => [key, {}])) }] },
  };
}

function evidenceOf(plan: Plan, check: RequiredTagsCheck, results: readonly RuleResult[]): Evidence {
  const { required } = check;
  const failed = results.filter(({ outcome }) => outcome === 'fail');
  return {
    gate: 'Tags',
    headline: headline(required, results),
    remedies: failed.length === 0 ? [] : [remedy(plan, failed)],
    sections: failed.length === 0 ? [] : [coverage(required, results)],
    unknowns: [...unplaced(failed, check.sources), ...unjudged(plan, results)],
    sources: [
      [
        text('plan '),
        code(plan.file),
        text(plan.terraformVersion === null ? '' : ` (Terraform ${plan.terraformVersion})`),
      ],
    ],
  };
}

function headline(required: readonly string[], results: readonly RuleResult[]): Phrase {
  const failed = count(results, 'fail');
  const unknown = count(results, 'unknown');
  const all = results.length;
  if (all === 0) return 'The plan changes no resource that can carry tags.';
  const aside = unknown === 0 ? '' : ` ${unknown} ${unknown === 1 ? 'is' : 'are'} not known before apply.`;
  const resources = all === 1 ? 'changed resource' : 'changed resources';
  if (failed > 0) return `${failed} of ${all} ${resources} ${failed === 1 ? 'lacks' : 'lack'} required tags.${aside}`;
  if (unknown > 0) return `${all - unknown} of ${all} ${resources} carry the required tags.${aside}`;
  return [text(`${all} ${resources} ${all === 1 ? 'carries' : 'carry'} `), ...codes(required), text('.')];
}

/** Where keys can be added: at the resource, or once for all at the provider. */
function remedy(plan: Plan, failed: readonly RuleResult[]): Phrase {
  const addresses = new Set(failed.map(({ subject }) => subject.id));
  const providers = new Set(
    plan.resources.filter(({ address }) => addresses.has(address)).map(({ provider }) => provider.name),
  );
  const [only, ...others] = providers;
  const atResource = 'Add the missing keys to the resource';
  if (others.length === 0 && only === 'aws')
    return [text(`${atResource}, or for all resources at once to `), code('default_tags'), text(' of the provider.')];
  if (others.length === 0 && only?.startsWith('google')) {
    return [text(`${atResource}, or for all resources at once to `), code('default_labels'), text(' of the provider.')];
  }
  return `${atResource}.`;
}

function coverage(required: readonly string[], results: readonly RuleResult[]): Evidence['sections'][number] {
  const known = results.filter(({ outcome }) => outcome !== 'unknown');
  return {
    title: `Coverage of ${required.length} required ${required.length === 1 ? 'key' : 'keys'}`,
    folded: true,
    blocks: [
      {
        kind: 'table',
        columns: [
          { title: 'Key', align: 'left' },
          { title: 'Present', align: 'right' },
        ],
        rows: required.map((key) => {
          const missing = known.filter((result) => result.missing?.includes(key)).length;
          return [[code(key)], `${known.length - missing} of ${known.length}`];
        }),
      },
    ],
  };
}

/** Why findings have no lines, when the configuration that was looked at is not the one of the plan. */
function unplaced(failed: readonly RuleResult[], sources: RequiredTagsCheck['sources']): Phrase[] {
  if (failed.length === 0 || sources === undefined || sources.size > 0) return [];
  return [
    'Findings have no lines: the folder that was looked at defines no resource of the plan. Name the folder of its root module.',
  ];
}

/** What the verdict does not cover. */
function unjudged(plan: Plan, results: readonly RuleResult[]): Phrase[] {
  const judged = new Set(results.map(({ subject }) => subject.id));
  const others = plan.resources.filter((resource) => isChanged(resource) && !judged.has(resource.address)).length;
  const notes: Phrase[] = [];
  if (others > 0)
    notes.push(
      `${others} changed ${others === 1 ? 'resource' : 'resources'} cannot carry tags and ${others === 1 ? 'was' : 'were'} not judged.`,
    );
  if (!plan.complete)
    notes.push('The plan is not complete: changes that it targets away or defers to a later plan were not judged.');
  return notes;
}

function count(results: readonly RuleResult[], outcome: RuleResult['outcome']): number {
  return results.filter((result) => result.outcome === outcome).length;
}
