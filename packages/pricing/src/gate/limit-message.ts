import { type Amount, amountText } from '../money/amount.ts';
import { deltaText, moneyText, percentChangeText } from '../money/money-text.ts';
import type { Bounds } from './bounds.ts';

/** A limit, with what was found. */
export interface Limited {
  readonly what: 'total' | 'delta' | 'percent';
  readonly found: Bounds;
  readonly limit: Amount;
  readonly exceeded: 'yes' | 'no' | 'unknown';
  /** For a percentage: the rise in money above which it counts, where that is not known to be reached. */
  readonly above?: Amount;
  /** Whether something that may have become cheaper, and has no price, is left out. */
  readonly isPart?: boolean;
}

/** So many reasons are named. */
const mostReasons = 3;

/** What is said of a limit: what was found, what is allowed, and why it cannot be told. */
export function limitMessage(
  { what, found, limit, exceeded, above, isPart = false }: Limited,
  currency: string,
): string {
  const month = (money: Amount) => `${moneyText(amountText(money), currency)} a month`;
  const percent = above === undefined ? `${amountText(limit)} %` : `${amountText(limit)} % and ${month(above)}`;
  const most = what === 'percent' ? percent : month(limit);
  switch (exceeded) {
    case 'yes':
      return `${foundSentence(what, found, currency)}${isPart ? ', without what has no price' : ''}; the limit is ${most}.`;
    case 'no':
      return `${foundSentence(what, found, currency)}, within the limit of ${most}.`;
    case 'unknown': {
      const isMore = what === 'total' ? `it costs more than ${most}` : `the cost rises by more than ${most}`;
      return `Whether ${isMore} cannot be told: ${knownPart(what, found, currency)}${reasonsText(found.reasons)}.`;
    }
  }
}

/** The amounts that were found, as evidence. */
export function foundText(what: Limited['what'], { low, high }: Bounds, currency: string): string {
  const shown = (end: Amount) => endText(what, end, currency);
  const [least, most] = [low === null ? null : shown(low), high === null ? null : shown(high)];
  if (least === null) return most === null ? 'not known' : `at most ${most}`;
  if (most === null) return `at least ${least}`;
  return least === most ? least : `${least} to ${most}`;
}

function foundSentence(what: Limited['what'], found: Bounds, currency: string): string {
  const { low, high } = found;
  if (what === 'total') return `It costs ${foundText(what, found, currency)} a month`;
  const month = what === 'percent' ? '' : ' a month';
  if (low !== null && high?.eq(low) === true) {
    if (low.eq(0)) return 'The cost does not change';
    return `The cost ${low.gt(0) ? 'rises' : 'falls'} by ${endText(what, low.abs(), currency).replace(/^\+/, '')}${month}`;
  }
  return `The cost changes by ${foundText(what, found, currency)}${month}`;
}

/** What is known nevertheless, before the reasons; nothing costs less than nothing, which needs no word. */
function knownPart(what: Limited['what'], found: Bounds, currency: string): string {
  if (found.low === null || (what === 'total' && found.low.eq(0))) return '';
  return `${foundSentence(what, found, currency).replace(/^It/, 'it').replace(/^The/, 'the')}, and `;
}

function endText(what: Limited['what'], end: Amount, currency: string): string {
  const text = amountText(end);
  if (what === 'percent') return percentChangeText(text);
  return what === 'delta' ? deltaText(text, currency) : moneyText(text, currency);
}

function reasonsText(reasons: readonly string[]): string {
  const more = reasons.length - mostReasons;
  return [...reasons.slice(0, mostReasons), ...(more > 0 ? [`${more.toLocaleString('en-US')} more`] : [])].join('; ');
}
