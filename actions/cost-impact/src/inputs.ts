import { choice, day, failOnValues, flag, type Inputs, lines, params, type Reader, text } from '@tollgate/action-kit';
import type { GivenCurrency } from '@tollgate/pricing';
import type { InputName } from './metadata.gen.ts';

/** When a comment is made: the cost changes at all, or it rises. */
const commentWhen = ['always', 'on-change', 'on-increase', 'never'] as const;

/** How each input of `action.yml` is read. */
export const readers = {
  path: lines(),
  'plan-file': lines(),
  'base-ref': text(),
  'usage-file': text(),
  policies: lines(),
  params: params(),
  environment: text(),
  exceptions: lines(),
  overrides: lines(),
  currency: currency(),
  'var-files': lines(),
  workspace: text(),
  results: lines(),
  comment: choice(commentWhen),
  threshold: threshold(),
  check: flag(),
  'fail-on': choice(failOnValues),
  'json-file': text(),
  'markdown-file': text(),
  'html-file': text(),
  name: text(),
  'github-token': text(),
  now: day(),
} satisfies Record<InputName, unknown>;

/** The inputs as they were read. */
export type CostImpactInputs = Inputs<typeof readers>;

/** A currency with what one US dollar is worth in it, as decimal text; or nothing. */
function currency(): Reader<GivenCurrency | null> {
  return (value) => {
    if (value === '') return { value: null };
    const [, code, rate] = /^([A-Z]{3}) +(\d{1,9}(?:\.\d{1,12})?)$/.exec(value) ?? [];
    const isRate = rate !== undefined && /[1-9]/.test(rate);
    if (code === undefined || !isRate) {
      return {
        problem: `is "${value}", but must be a code of three letters and what a US dollar is worth in it, such as "EUR 0.92".`,
      };
    }
    return { value: { code, rate } };
  };
}

/** An amount of money that is not negative, as decimal text. */
function threshold(): Reader<string> {
  return (value) =>
    /^\d{1,15}(?:\.\d{1,6})?$/.test(value)
      ? { value }
      : { problem: `is "${value}", but must be an amount of money without its currency, such as 10 or 0.50.` };
}
