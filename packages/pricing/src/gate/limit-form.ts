import { type FormCheck, FormError, type FormResult, type RuleForm } from '@tollgate/policy-engine';
import { isObject, type JsonValue } from '@tollgate/terraform';
import { type Amount, amount } from '../money/amount.ts';
import type { Bounds } from './bounds.ts';
import { moneyPlaces, percentPlaces } from './cost-input.ts';
import type { CostSubject } from './cost-subject.ts';
import { isLimit } from './form-validators.gen.ts';
import { foundText, type Limited, limitMessage } from './limit-message.ts';
import { limitSchema } from './limit-schema.ts';
import type { UntoldUsage } from './untold-usage.ts';

/** The limits of a rule; null for what is not limited. */
interface Limits {
  readonly delta: Amount | null;
  readonly percent: Amount | null;
  readonly percentAbove: Amount | null;
  readonly total: Amount | null;
  readonly untoldUsage: UntoldUsage;
}

/**
 * The form `limit`: what may be paid at most. Amounts are compared as they are shown, money to the cent and percentages to one place,
 * so that what costs as much as the limit keeps it. What has no price is not nothing: a limit that is passed without it is broken, and
 * one that it could pass is unknown.
 *
 * @example
 * limit: { delta: 500, percent: 20, percentAbove: 50 }
 */
export const limitForm: RuleForm<CostSubject> = {
  name: 'limit',
  schema: limitSchema,
  validate: isLimit,
  compile(value): FormCheck<CostSubject> {
    const limits = readLimits(value);
    if (limits.percentAbove !== null && limits.percent === null) {
      throw new FormError(['percentAbove'], 'Give "percent" too: this says above which rise it counts.');
    }
    if (limits.delta === null && limits.percent === null && limits.total === null) {
      throw new FormError([], 'Nothing is limited. Give "delta", "percent" or "total".');
    }
    return ({ data }) => judgeLimits(data, limits);
  },
};

function readLimits(value: JsonValue): Limits {
  const given = isObject(value) ? value : {};
  const limit = (name: string) => (typeof given[name] === 'number' ? amount(given[name]) : null);
  return {
    delta: limit('delta'),
    percent: limit('percent'),
    percentAbove: limit('percentAbove'),
    total: limit('total'),
    untoldUsage: given.untoldUsage === 'left-out' ? 'left-out' : 'unknown',
  };
}

function judgeLimits({ cost, currency }: CostSubject, limits: Limits): FormResult {
  const { after, delta, rise, risePercent } = cost(limits.untoldUsage);
  const isRising = limits.percentAbove === null ? 'yes' : exceeds(rise, limits.percentAbove, moneyPlaces);
  const isPart = delta.low === null && rise.low !== null;
  const found: readonly (Limited | null)[] = [
    limited('total', after, limits.total, moneyPlaces),
    part(limited('delta', rise, limits.delta, moneyPlaces), isPart),
    risePercent === null
      ? null
      : part(
          onlyAbove(limits.percentAbove, isRising, limited('percent', risePercent, limits.percent, percentPlaces)),
          isPart,
        ),
  ];
  const all = found.filter((one) => one !== null);
  const [first] = [...all].sort((a, b) => weights[a.exceeded] - weights[b.exceeded]);
  if (first === undefined) {
    return { outcome: 'not-applicable', message: 'Nothing was paid before, of which a percentage could be told.' };
  }
  const evidence = all.map(({ what, found: amounts }) => ({
    expression: `cost.${what === 'total' ? 'after' : what}`,
    value: foundText(what, amounts, currency).replace(/^\+/, ''),
  }));
  return { outcome: outcomes[first.exceeded], message: limitMessage(first, currency), evidence };
}

const outcomes = { yes: 'fail', unknown: 'unknown', no: 'pass' } as const;
const weights = { yes: 0, unknown: 1, no: 2 } as const;

function limited(what: Limited['what'], found: Bounds, limit: Amount | null, places: number): Limited | null {
  return limit === null ? null : { what, found, limit, exceeded: exceeds(found, limit, places) };
}

/** Marks what was found as without what may have become cheaper and has no price. */
function part(found: Limited | null, isPart: boolean): Limited | null {
  return found === null || !isPart ? found : { ...found, isPart };
}

/** Whether an amount is more than a limit, both as they are shown. */
function exceeds({ low, high }: Bounds, limit: Amount, places: number): Limited['exceeded'] {
  if (low?.round(places).gt(limit) === true) return 'yes';
  return high?.round(places).lte(limit) === true ? 'no' : 'unknown';
}

/** A percentage that counts only above a rise in money: both must be passed, whichever is known. */
function onlyAbove(above: Amount | null, isAbove: Limited['exceeded'], found: Limited | null): Limited | null {
  if (found === null || above === null || isAbove === 'yes' || found.exceeded === 'no') return found;
  return isAbove === 'no' ? { ...found, exceeded: 'no' } : { ...found, exceeded: 'unknown', above };
}
