import { ApiError } from './api-error.ts';
import { asText, isObject, member } from './json.ts';
import { characters } from './limits.ts';
import type { SchemaProblem } from './schema-checks.ts';

/**
 * requestError turns what a validator found in a body or query into GitHub's 422: one sentence about the first
 * problem, under "Invalid request.". Shapes of the sentences: public reports of these answers.
 */
export function requestError(problems: readonly SchemaProblem[]): ApiError {
  const first = mostTelling(problems);
  return new ApiError(
    422,
    `Invalid request.\n\n${first === undefined ? 'The request does not fit.' : sentence(first)}`,
  );
}

/** The names of members that GitHub's description does not know, as paths (`output/annotations/0/line`). */
export function unknownFields(problems: readonly SchemaProblem[]): string[] {
  return problems.filter(isUnknownField).map((problem) => joined(problem.instancePath, unknownName(problem)));
}

function isUnknownField({ keyword }: SchemaProblem): boolean {
  return keyword === 'additionalProperties' || keyword === 'unevaluatedProperties';
}

function unknownName({ params }: SchemaProblem): string {
  return asText(member(params, 'additionalProperty')) ?? asText(member(params, 'unevaluatedProperty')) ?? '';
}

/** Alternatives (`anyOf`, `oneOf`) fail with one problem each; the deepest and most certain one helps most. */
function mostTelling(problems: readonly SchemaProblem[]): SchemaProblem | undefined {
  const certain = problems.filter((problem) => !/\/(anyOf|oneOf)\//.test(problem.schemaPath));
  const single = certain.filter(({ keyword }) => keyword !== 'anyOf' && keyword !== 'oneOf');
  return single.find(isUnknownField) ?? single[0] ?? problems.find(isUnknownField) ?? problems[0];
}

function sentence(problem: SchemaProblem): string {
  const { keyword, params, instancePath, data } = problem;
  const where = instancePath === '' ? '' : `For 'properties${instancePath}', `;
  switch (keyword) {
    case 'required':
      return `${where}${JSON.stringify(member(params, 'missingProperty'))} wasn't supplied.`;
    case 'additionalProperties':
    case 'unevaluatedProperties':
      return `${where}${JSON.stringify(unknownName(problem))} is not a permitted key.`;
    case 'type':
      return `${where}${shown(data)} is not ${withArticle(member(params, 'type'))}.`;
    case 'enum':
      return `${where}${shown(data)} is not a member of ${JSON.stringify(member(params, 'allowedValues'))}.`;
    case 'maxLength':
      return `Only ${member(params, 'limit')} characters are allowed; ${sizeOf(data)} were supplied.`;
    case 'maxItems':
      return `No more than ${member(params, 'limit')} items are allowed; ${sizeOf(data)} were supplied.`;
    case 'minItems':
      return `${where}At least ${member(params, 'limit')} items are required; ${sizeOf(data)} were supplied.`;
    case 'format':
      return `${where}${shown(data)} is not a valid ${member(params, 'format')}.`;
    default:
      return `${where}${shown(data)} ${problem.message ?? 'does not fit'}.`;
  }
}

function sizeOf(data: unknown): number {
  if (Array.isArray(data)) return data.length;
  return typeof data === 'string' ? characters(data) : 0;
}

const MOST_SHOWN = 200;

function shown(data: unknown): string {
  if (data === null) return 'nil';
  const text = JSON.stringify(isObject(data) ? data : (data ?? null));
  return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}...` : text;
}

function withArticle(type: unknown): string {
  const name = [type].flat().join(' or ');
  return /^[aeiou]/.test(name) ? `an ${name}` : `a ${name}`;
}

function joined(path: string, name: string): string {
  return `${path}/${name}`.slice(1);
}
