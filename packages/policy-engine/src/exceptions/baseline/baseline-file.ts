import { isDay } from '../../documents/day.ts';
import { suggestion } from '../../documents/nearest.ts';
import { quote } from '../../documents/quote.ts';
import { isJsonObject } from '../../documents/schema-node.ts';
import type { JsonObject } from '../../json.ts';
import type { Exception } from '../exception.ts';
import { EntryReader } from '../imports/entry-reader.ts';
import type { ImportFile } from '../imports/import-exceptions.ts';
import { type LocatedData, readLocatedData, textIn, textsIn } from '../imports/located-data.ts';
import { type Baseline, baselineId } from './baseline.ts';

const keys = ['apiVersion', 'kind', 'created', 'expires', 'reason', 'violations'];

/** Reads a file of known violations. */
export function readBaselineFile(file: ImportFile): Baseline {
  const reader = new EntryReader({});
  const located = readLocatedData(file, reader);
  const data = located?.data ?? null;
  if (located !== null && !isJsonObject(data)) {
    reader.report(
      located.placeOf([]),
      'A baseline is a mapping that begins with "apiVersion: tollgate/v1" and "kind: Baseline".',
    );
  }
  if (located === null || !isJsonObject(data)) {
    return { exceptions: [], expires: null, problems: reader.result().problems };
  }
  const header = readHeader(data, located, reader);
  const exceptions = header === null ? [] : readViolations(data, located, reader, header);
  const { problems } = reader.result();
  return { exceptions: problems.length > 0 ? [] : exceptions, expires: header?.expires ?? null, problems };
}

interface Header {
  readonly created: string;
  readonly expires: string;
  readonly reason: string;
}

function readHeader(data: JsonObject, located: LocatedData, reader: EntryReader): Header | null {
  for (const key of Object.keys(data).filter((name) => !keys.includes(name))) {
    reader.report(located.placeOf([key]), `A baseline has no ${quote(key)}.${suggestion(key, keys)}`);
  }
  const wanted = { apiVersion: 'tollgate/v1', kind: 'Baseline' };
  for (const [key, value] of Object.entries(wanted)) {
    if (data[key] !== value) reader.report(located.placeOf([key]), `${key} must be ${quote(value)}.`);
  }
  const created = textIn(data, 'created') ?? '';
  const expires = textIn(data, 'expires') ?? '';
  for (const [key, day] of [
    ['created', created],
    ['expires', expires],
  ] as const) {
    if (!isDay(day)) reader.report(located.placeOf([key]), `${key} must be a day, such as 2026-12-20.`);
  }
  if (isDay(created) && isDay(expires) && expires < created) {
    reader.report(
      located.placeOf(['expires']),
      `The baseline expires on ${expires}, before it was made on ${created}. Mend one of the days.`,
    );
  }
  const reason = Object.hasOwn(data, 'reason')
    ? textIn(data, 'reason')
    : `Known when the baseline was written on ${created}.`;
  if (reason === null) reader.report(located.placeOf(['reason']), 'reason must be a text that is not empty.');
  return reason === null || !isDay(expires) ? null : { created, expires, reason };
}

function readViolations(
  { violations }: JsonObject,
  located: LocatedData,
  reader: EntryReader,
  header: Header,
): readonly Exception[] {
  if (!isJsonObject(violations)) {
    reader.report(
      located.placeOf(['violations']),
      'violations must be a mapping of rules, such as required-tags/keys, to lists of addresses.',
    );
    return [];
  }
  return Object.keys(violations).flatMap((rule) => {
    const place = located.placeOf(['violations', rule]);
    const subjects = textsIn(violations, rule);
    if (!/^[^/*]+\/[^/*]+$/.test(rule)) {
      reader.report(place, `${quote(rule)} is no rule. Write the policy and the rule, such as required-tags/keys.`);
    }
    if (subjects === null || !Array.isArray(violations[rule])) {
      reader.report(place, `The violations of ${quote(rule)} must be a list of addresses.`);
      return [];
    }
    return subjects.map((subject, index) => ({
      id: baselineId,
      rule,
      scope: { resources: [], paths: [], lines: null, subject, repository: null, environment: null },
      ...header,
      approver: null,
      evidence: null,
      source: located.placeOf(['violations', rule, index]),
      origin: 'baseline' as const,
    }));
  });
}
