import {
  choice,
  commentModes,
  failOnValues,
  flag,
  type Inputs,
  lines,
  list,
  type Reader,
  text,
} from '@tollgate/action-kit';
import type { InputName } from './metadata.gen.ts';

/** What follows from what is unknown; the words of the policy engine, which is too large to be loaded for them. */
const onUnknownValues = ['pass', 'warn', 'fail'] as const;

/** How each input of `action.yml` is read. */
export const readers = {
  path: lines(),
  'plan-file': lines(),
  policies: lines(),
  'required-tags': list(),
  'on-unknown': choice(onUnknownValues),
  params: params(),
  environment: text(),
  exceptions: lines(),
  'import-exceptions': lines(),
  overrides: lines(),
  baseline: text(),
  'provider-schema': text(),
  'base-ref': text(),
  'var-files': lines(),
  workspace: text(),
  'fail-on': choice(failOnValues),
  comment: choice(commentModes),
  check: flag(),
  suggestions: flag(),
  'sarif-file': text(),
  'junit-file': text(),
  'json-file': text(),
  name: text(),
  'github-token': text(),
  now: day(),
} satisfies Record<InputName, unknown>;

/** The inputs as they were read. */
export type TagPolicyInputs = Inputs<typeof readers>;

/** Values by name, one `name=value` a line. */
function params(): Reader<ReadonlyMap<string, string>> {
  return (value) => {
    const values = new Map<string, string>();
    for (const line of value.split('\n').map((one) => one.trim())) {
      if (line === '') continue;
      const [, name, text] = /^([^=]+)=(.*)$/.exec(line) ?? [];
      if (name === undefined || text === undefined) {
        return {
          problem: `has the line "${line}", which is no name=value. Write for example "environments=prod,dev".`,
        };
      }
      values.set(name.trim(), text.trim());
    }
    return { value: values };
  };
}

/** A day, or nothing for today. */
function day(): Reader<string | null> {
  return (value) => {
    if (value === '') return { value: null };
    const [year, month, date] = value.split('-').map(Number);
    const time = new Date(Date.UTC(year ?? 0, (month ?? 0) - 1, date ?? 0));
    const isDay = /^\d{4}-\d{2}-\d{2}$/.test(value) && time.toISOString().startsWith(value);
    return isDay ? { value } : { problem: `is "${value}", but must be a day, such as 2026-12-20.` };
  };
}
