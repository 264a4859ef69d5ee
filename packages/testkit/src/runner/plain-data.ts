import { RunnerError } from './errors.ts';

/** A value as YAML and JSON give it. */
export type Plain = string | number | boolean | null | Plain[] | PlainMapping;

/** A mapping of YAML or an object of JSON. */
export interface PlainMapping {
  [key: string]: Plain;
}

/** isMapping tells a mapping from scalars and lists. */
export function isMapping(value: Plain | undefined): value is PlainMapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** toPlain checks that a parsed document holds nothing but plain values; `where` names it in the error. */
export function toPlain(value: unknown, where: string): Plain {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (Array.isArray(value)) return value.map((item, index) => toPlain(item, `${where}[${index}]`));
  if (typeof value === 'object') {
    const entries = Object.entries(value).filter(([, item]) => item !== undefined);
    return Object.fromEntries(entries.map(([key, item]) => [key, toPlain(item, `${where}.${key}`)]));
  }
  throw new RunnerError(`${where} holds a ${typeof value}, which YAML and JSON do not have.`);
}

/** mappingAt gives the mapping at `value`, an empty one when nothing is written there. */
export function mappingAt(value: Plain | undefined, where: string): PlainMapping {
  if (value === undefined || value === null) return {};
  if (isMapping(value)) return value;
  throw new RunnerError(`${where} must be a mapping.`);
}

/** listAt gives the list at `value`, an empty one when nothing is written there. */
export function listAt(value: Plain | undefined, where: string): Plain[] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return value;
  throw new RunnerError(`${where} must be a list.`);
}

/** textAt gives the text at `value`, or null when nothing is written there. */
export function textAt(value: Plain | undefined, where: string): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw new RunnerError(`${where} must be text.`);
}
