import { readFileSync } from 'node:fs';
import { type ApiError, validationFailed } from './api-error.ts';
import { asText, entriesOf, member } from './json.ts';

/** A limit of GitHub with where it is known from. */
export interface Limit {
  readonly value: number;
  readonly unit: string;
  readonly sure: 'documented' | 'observed' | 'assumed';
  readonly source: string;
}

const table = new Map<string, Limit>(
  entriesOf(member(JSON.parse(readFileSync(new URL('../../data/limits.json', import.meta.url), 'utf8')), 'limits')).map(
    ([name, limit]) => [name, parseLimit(name, limit)],
  ),
);

function parseLimit(name: string, limit: unknown): Limit {
  const value = member(limit, 'value');
  const unit = asText(member(limit, 'unit'));
  const source = asText(member(limit, 'source'));
  const sure = member(limit, 'sure');
  if (typeof value !== 'number' || unit === undefined || source === undefined) {
    throw new Error(`The limit ${name} in data/limits.json needs value, unit and source.`);
  }
  if (sure !== 'documented' && sure !== 'observed' && sure !== 'assumed') {
    throw new Error(`The limit ${name} in data/limits.json must say how sure it is: documented, observed or assumed.`);
  }
  return { value, unit, sure, source };
}

/**
 * limit gives a figure of data/limits.json.
 *
 * @throws Error when the table has no such limit.
 */
export function limit(name: string): number {
  const found = table.get(name);
  if (found === undefined) throw new Error(`data/limits.json has no limit ${name}.`);
  return found.value;
}

/** The number of characters as GitHub counts them: code points, not UTF-16 units. */
export function characters(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

/** checkBody rejects the text of a comment as GitHub does when it is empty or too long. */
export function checkBody(
  text: string,
  resource: 'IssueComment' | 'PullRequestReviewComment' | 'PullRequestReview',
): void {
  const most = limit(resource === 'IssueComment' ? 'issueCommentBody' : 'reviewCommentBody');
  if (text.trim() === '') throw validationFailed({ resource, code: 'missing_field', field: 'body' });
  if (characters(text) > most) throw bodyTooLong(resource, most);
}

function bodyTooLong(resource: string, most: number): ApiError {
  return validationFailed({
    resource,
    code: 'unprocessable',
    field: 'data',
    message: `Body is too long (maximum is ${most} characters)`,
  });
}

/** checkLength rejects a field that is too long, with the sentence that GitHub's models give. */
export function checkLength(text: string, resource: string, field: string, limitName: string): void {
  const most = limit(limitName);
  if (characters(text) <= most) return;
  throw validationFailed({
    resource,
    code: 'custom',
    field,
    message: `${field} is too long (maximum is ${most} characters)`,
  });
}
