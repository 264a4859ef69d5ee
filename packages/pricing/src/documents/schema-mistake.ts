import type { SchemaError } from '@tollgate/policy-engine';

/** More of a wrong value is not shown. */
const mostShown = 40;

/** Says what is wrong with a document: `resources[3].monthlyCost is "1e5", and must be decimal text such as "12.50".` */
export function schemaMistake({ keyword, instancePath, params }: SchemaError, document: unknown): string {
  const steps = instancePath
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  const subject = steps.length === 0 ? 'The document' : placeText(steps);
  if (keyword === 'required') return `${subject} lacks "${params.missingProperty}".`;
  return `${subject} is ${shown(partAt(document, steps))}, and must be ${wanted(keyword, params)}.`;
}

function wanted(keyword: string, params: SchemaError['params']): string {
  switch (keyword) {
    case 'type':
      return typeText(params.type);
    case 'const':
      return JSON.stringify(params.allowedValue);
    case 'enum':
      return Array.isArray(params.allowedValues) ? `one of ${params.allowedValues.join(', ')}` : 'another value';
    case 'pattern':
      return patternMeanings.get(String(params.pattern)) ?? `text that matches ${params.pattern}`;
    case 'minimum':
      return `at least ${params.limit}`;
    default:
      return 'another value';
  }
}

/** The patterns of the schemas that are not plain to see. */
const patternMeanings: ReadonlyMap<string, string> = new Map([
  ['^\\d{1,30}(\\.\\d{1,30})?$', 'decimal text that is not negative, such as "12.50"'],
  ['^-?\\d{1,30}(\\.\\d{1,30})?$', 'decimal text such as "-12.50"'],
  ['^[A-Z]{3}$', 'a currency such as "USD"'],
  ['^\\d{4}-\\d{2}-\\d{2}$', 'a day such as "2026-07-20"'],
  ['.', 'text that is not empty'],
]);

const typeNames: ReadonlyMap<unknown, string> = new Map([
  ['array', 'a list'],
  ['object', 'an object'],
  ['string', 'text'],
  ['integer', 'a whole number'],
  ['boolean', 'true or false'],
  ['null', 'null'],
]);

function typeText(type: unknown): string {
  const types: readonly unknown[] = Array.isArray(type) ? type : [type];
  return types.map((one) => typeNames.get(one) ?? String(one)).join(' or ');
}

function placeText(steps: readonly string[]): string {
  const text = steps.map((step) => (/^\d+$/.test(step) ? `[${step}]` : `.${step}`)).join('');
  return text.replace(/^\./, '');
}

function partAt(document: unknown, steps: readonly string[]): unknown {
  let part = document;
  for (const step of steps)
    part = typeof part === 'object' && part !== null ? Object.getOwnPropertyDescriptor(part, step)?.value : undefined;
  return part;
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'an object';
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > mostShown ? `${text.slice(0, mostShown)}…` : text;
}
