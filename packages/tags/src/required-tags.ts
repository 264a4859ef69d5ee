import type { RuleResult, Source } from '@tollgate/policy-engine';
import type { Plan, PlannedResource } from '@tollgate/terraform';
import type { OpenEnd } from './default-tags.ts';
import { nearMiss } from './near-miss.ts';
import { type ResolvedTags, resolveTags } from './resolve.ts';

/** What is required, and of which rule the results are. */
export interface RequiredTags {
  /** Id of the rule in its policy. */
  readonly rule: string;
  /** Keys that must be there, compared letter by letter. An empty value is a value. */
  readonly required: readonly string[];
  /** Where resources are defined, by address, when the source is at hand. */
  readonly sources?: ReadonlyMap<string, Source>;
}

const changingActions: ReadonlySet<PlannedResource['action']> = new Set(['create', 'update', 'replace']);

/** Whether a resource is judged, when it can carry tags: the plan creates, updates or replaces it. */
export function isChanged({ mode, deposed, action }: PlannedResource): boolean {
  return mode === 'managed' && deposed === null && changingActions.has(action);
}

/**
 * Judges every resource that the plan creates, updates or replaces and that can carry tags. `fail`: a key is certainly missing.
 * `unknown`: a key may be there, and the plan does not tell. What follows from that is the policy's to say.
 */
export function judgeRequiredTags(plan: Plan, { rule, required, sources }: RequiredTags): RuleResult[] {
  const keys = [...new Set(required)];
  const results: RuleResult[] = [];
  for (const resource of plan.resources.filter(isChanged)) {
    const resolved = resolveTags(resource, plan);
    if (resolved === null) continue;
    const source = sources?.get(resource.address);
    results.push({
      rule,
      subject: { kind: 'resource', id: resource.address },
      ...judge(resolved, keys),
      ...(source === undefined ? {} : { source }),
    });
  }
  return results;
}

function judge(
  resolved: ResolvedTags,
  required: readonly string[],
): Pick<RuleResult, 'outcome' | 'message' | 'missing' | 'evidence'> {
  const absent = required.filter((key) => !resolved.tags.has(key));
  const noun = resolved.placement.name.includes('label') ? 'label' : 'tag';
  const one = absent.length === 1;
  const names = `${noun}${one ? '' : 's'} ${absent.map(quoted).join(', ')}`;
  const verb = one ? 'is' : 'are';
  if (absent.length === 0) return { outcome: 'pass', message: `Has every required ${noun}.` };
  const evidence = [
    { expression: `keys of ${resolved.placement.label}`, value: shownKeys(resolved).join(', ') || 'none' },
  ];
  if (resolved.openEnd !== null) {
    const reason = reasonOf(resolved.openEnd, resolved.placement.label, resolved.placement.effective);
    return {
      outcome: 'unknown',
      message: `Whether the ${names} ${verb} there cannot be told from the plan: ${reason}.`,
      evidence,
    };
  }
  const near = absent.flatMap((key) => {
    const found = nearMiss(key, shownKeys(resolved));
    return found === null ? [] : [`has ${quoted(found)}; the required key is ${quoted(key)}`];
  });
  const hint = near.length === 0 ? '' : ` (${near.join('; ')})`;
  return { outcome: 'fail', message: `The ${names} ${verb} missing${hint}.`, missing: absent, evidence };
}

function reasonOf(openEnd: OpenEnd, label: string, effective: string | null): string {
  switch (openEnd.kind) {
    case 'own':
      return `${quoted(label)} is known only after apply`;
    case 'expression': {
      const [reference] = openEnd.references;
      const from = reference === undefined ? 'an expression' : quoted(reference);
      return `the provider takes its default tags from ${from}, whose value the plan does not show`;
    }
    case 'provider':
      return 'the plan does not tell which provider configuration the module uses, and their default tags differ';
    case 'no-configuration':
      return `${quoted(effective ?? label)} is known only after apply, and the plan has no configuration that tells the provider's default tags`;
  }
}

/** Keys that may be shown. */
function shownKeys({ tags }: ResolvedTags): string[] {
  return [...tags]
    .filter(([, tag]) => tag.secret !== 'key')
    .map(([key]) => key)
    .sort();
}

/** A name from the configuration in a message; reports set it as code. It must not end its own quotation. */
function quoted(name: string): string {
  return `\`${name.replaceAll('`', "'")}\``;
}
