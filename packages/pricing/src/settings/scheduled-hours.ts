import type { ResourceView } from '@tollgate/resources';
import type { Facts } from '../facts/table.ts';
import type { CostSettings, ScheduleRule } from './cost-settings.ts';
import { fitsOne } from './pattern.ts';
import { type HoursCase, monthHours, type RunningHours } from './running-hours.ts';

/** The tags of a resource, as far as they are known. */
export interface KnownTags {
  readonly tags: Readonly<Record<string, string>>;
  /** Keys whose value is not known. */
  readonly unknownValues: readonly string[];
  /** Whether there may be further keys. */
  readonly unknownKeys: boolean;
}

/** What schedules are chosen by, beside the resource itself. */
export interface ScheduleInput {
  readonly facts: Facts;
  /** Null for what has none. */
  readonly tagsOf: (view: ResourceView) => KnownTags | null;
  /** Names of what is estimated: the folder of its root module, its workspace; null when it is not known, as for a plan. */
  readonly environments: readonly string[] | null;
}

type Fit = { readonly kind: 'yes' } | { readonly kind: 'no' } | { readonly kind: 'unknown'; readonly reason: string };

/**
 * How long resources run: by the first schedule that fits, or all hours. Where a tag is not known, a schedule may fit: then there
 * are several cases, and the cost is a range. Without a schedule's own word on a type, only what can be stopped has one: a NAT
 * gateway is billed at night too.
 */
export function scheduledHours(settings: CostSettings, input: ScheduleInput): (view: ResourceView) => RunningHours {
  const { schedules } = settings;
  const always: HoursCase = { hours: settings.hoursPerMonth?.hours ?? monthHours, schedule: null };
  if (schedules.length === 0) return () => ({ cases: [always], reason: null });
  const known = new Map<string, RunningHours>();
  const find = (view: ResourceView): RunningHours => {
    const possible: HoursCase[] = [];
    let reason: string | null = null;
    let last = always;
    for (const rule of schedules) {
      const fit = fitOf(rule, view, input);
      if (fit.kind === 'no') continue;
      const found = { hours: rule.hours, schedule: rule.text };
      if (fit.kind === 'yes') {
        last = found;
        break;
      }
      reason ??= fit.reason;
      possible.push(found);
    }
    const [first, ...rest] = [...possible, last];
    return { cases: [first ?? last, ...rest], reason };
  };
  return (view) => {
    const found = known.get(view.address) ?? find(view);
    known.set(view.address, found);
    return found;
  };
}

function fitOf(
  { resources, tags, environments }: ScheduleRule,
  view: ResourceView,
  { facts, tagsOf, environments: given }: ScheduleInput,
): Fit {
  const { type, address } = view;
  const isNamed = resources?.includes(type) === true;
  const isMeant = resources === null || fitsOne(address, resources) || fitsOne(type, resources);
  const isStopped = isNamed || (isMeant && facts('aws/stoppable-types').row(type) !== undefined);
  if (!isStopped) return { kind: 'no' };
  const isElsewhere = environments !== null && given?.some((name) => fitsOne(name, environments)) === false;
  if (isElsewhere) return { kind: 'no' };
  const wanted = Object.entries(tags);
  const fit: Fit = wanted.length === 0 ? { kind: 'yes' } : tagFit(wanted, tagsOf(view));
  if (fit.kind === 'no' || environments === null || given !== null) return fit;
  return { kind: 'unknown', reason: 'the environment, by which a schedule is chosen, is not known' };
}

function tagFit(wanted: readonly (readonly [string, readonly string[]])[], found: KnownTags | null): Fit {
  if (found === null) return { kind: 'no' };
  let unknown: string | null = null;
  for (const [key, patterns] of wanted) {
    const value = Object.hasOwn(found.tags, key) ? found.tags[key] : undefined;
    if (value !== undefined) {
      if (!fitsOne(value, patterns)) return { kind: 'no' };
    } else if (found.unknownValues.includes(key) || found.unknownKeys) {
      unknown ??= key;
    } else return { kind: 'no' };
  }
  return unknown === null
    ? { kind: 'yes' }
    : { kind: 'unknown', reason: `the tag "${unknown}", by which a schedule is chosen, is not known` };
}
