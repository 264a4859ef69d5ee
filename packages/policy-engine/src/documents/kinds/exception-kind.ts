import schema from '../../../schema/exception.json' with { type: 'json' };
import { isDay } from '../day.ts';
import type { ExceptionDocument } from '../exception.ts';
import type { Path } from '../places.ts';
import { pathText, quote } from '../quote.ts';
import { exception as validate } from '../validators.gen.ts';
import { type Kind, mistakeAt } from './kind.ts';

export const exceptionKind: Kind<ExceptionDocument> = {
  name: 'Exception',
  schema,
  validate,
  check({ metadata, spec }) {
    const { created } = metadata;
    const { expires } = spec;
    const mistakes = [...dayMistakes(['metadata', 'created'], created), ...dayMistakes(['spec', 'expires'], expires)];
    if (mistakes.length === 0 && created !== undefined && expires < created) {
      const message = `The exception expires on ${expires}, before it was asked for on ${created}. Mend one of the days.`;
      return [mistakeAt(['spec', 'expires'], message)];
    }
    return mistakes;
  },
};

/** The mistake of a day that the calendar does not have. */
export function dayMistakes(path: Path, day: string | undefined) {
  if (day === undefined || isDay(day)) return [];
  return [mistakeAt(path, `${pathText(path)} cannot be ${quote(day)}: the calendar has no such day. Mend it.`)];
}
