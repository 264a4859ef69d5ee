import { type AppliedResult, code, codes, type Evidence, type Phrase, text } from '@tollgate/policy-engine';
import type { ResourceInput } from '@tollgate/resources';
import { suggestionRemedies } from './suggestions/remedies.ts';

/** What a report shows beside the decision on required tags. */
export function requiredTagsEvidence(
  input: ResourceInput,
  required: readonly string[],
  results: readonly AppliedResult[],
  /** Addresses of all resources that can carry tags, those that stay as they are too. */
  taggable: readonly string[],
): Evidence {
  const failed = results.filter(({ outcome }) => outcome === 'fail');
  return {
    gate: 'Tags',
    headline: headline(input, required, results, taggable),
    remedies: failed.length === 0 ? [] : [remedy(input, failed), ...suggestionRemedies(failed)],
    sections: failed.length === 0 ? [] : [coverage(required, results)],
    unknowns: [...unplaced(failed, input), ...unjudged(input, results, taggable)],
    sources: [sourceOf(input)],
  };
}

function sourceOf(input: ResourceInput): Phrase {
  if (input.kind === 'configuration') {
    return `configuration, evaluated by the rules of Terraform ${input.evaluation.terraformVersion}`;
  }
  const { file, terraformVersion } = input.plan;
  return [text('plan '), code(file), text(terraformVersion === null ? '' : ` (Terraform ${terraformVersion})`)];
}

function headline(
  input: ResourceInput,
  required: readonly string[],
  results: readonly AppliedResult[],
  taggable: readonly string[],
): Phrase {
  const failed = count(results, 'fail');
  const unknown = count(results, 'unknown');
  const all = results.length;
  const isPlan = input.kind === 'plan';
  if (all === 0) {
    if (isPlan) return 'The plan changes no resource that can carry tags.';
    return `The ${taggable.length === 0 ? 'configuration has' : 'change touches'} no resource that can carry tags.`;
  }
  const excepted = count(results, 'excepted');
  const aside = [
    ...(unknown === 0 ? [] : [` ${unknown} ${unknown === 1 ? 'is' : 'are'} not known before apply.`]),
    ...(excepted === 0 ? [] : [` ${excepted} ${excepted === 1 ? 'is' : 'are'} excepted.`]),
  ].join('');
  const resources = `${isPlan ? 'changed ' : ''}${all === 1 ? 'resource' : 'resources'}`;
  if (failed > 0) return `${failed} of ${all} ${resources} ${failed === 1 ? 'lacks' : 'lack'} required tags.${aside}`;
  const carrying = all - unknown - excepted;
  if (carrying < all)
    return `${carrying} of ${all} ${resources} ${carrying === 1 ? 'carries' : 'carry'} the required tags.${aside}`;
  return [text(`${all} ${resources} ${all === 1 ? 'carries' : 'carry'} `), ...codes(required), text('.')];
}

/** Where keys can be added: at the resource, or once for all at the provider. */
function remedy(input: ResourceInput, failed: readonly AppliedResult[]): Phrase {
  const addresses = new Set(failed.map(({ subject }) => subject.id));
  const resources = input.kind === 'plan' ? input.plan.resources : input.evaluation.resources;
  const providers = new Set(
    resources.filter(({ address }) => addresses.has(address)).map(({ provider }) => provider.name),
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

function coverage(required: readonly string[], results: readonly AppliedResult[]): Evidence['sections'][number] {
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
function unplaced(failed: readonly AppliedResult[], input: ResourceInput): Phrase[] {
  if (failed.length === 0 || input.kind === 'configuration' || input.sources.size > 0) return [];
  return [
    'Findings have no lines: the folder that was looked at defines no resource of the plan. Name the folder of its root module.',
  ];
}

/** What the verdict does not cover. */
function unjudged(input: ResourceInput, results: readonly AppliedResult[], taggable: readonly string[]): Phrase[] {
  const judged = new Set(results.map(({ subject }) => subject.id));
  const known = new Set([...judged, ...taggable]);
  const others = changedAddresses(input).filter((address) => !known.has(address)).length;
  const unchanged = input.kind === 'plan' ? 0 : taggable.filter((address) => !judged.has(address)).length;
  const changed = input.kind === 'plan' ? 'changed ' : '';
  const notes: Phrase[] = [];
  if (others > 0)
    notes.push(
      `${others} ${changed}${others === 1 ? 'resource' : 'resources'} cannot carry tags and ${others === 1 ? 'was' : 'were'} not judged.`,
    );
  if (unchanged > 0)
    notes.push(
      `${unchanged} ${unchanged === 1 ? 'resource stays as it is and was' : 'resources stay as they are and were'} not judged.`,
    );
  if (input.kind === 'plan' && !input.plan.complete)
    notes.push('The plan is not complete: changes that it targets away or defers to a later plan were not judged.');
  return notes;
}

const changing: ReadonlySet<string> = new Set(['create', 'update', 'replace']);

function changedAddresses(input: ResourceInput): string[] {
  if (input.kind === 'configuration') {
    return input.evaluation.resources.filter(({ mode }) => mode === 'managed').map(({ address }) => address);
  }
  return input.plan.resources
    .filter(({ mode, deposed, action }) => mode === 'managed' && deposed === null && changing.has(action))
    .map(({ address }) => address);
}

function count(results: readonly AppliedResult[], outcome: AppliedResult['outcome']): number {
  return results.filter((result) => result.outcome === outcome).length;
}
