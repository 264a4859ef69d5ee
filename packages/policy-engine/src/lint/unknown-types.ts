import { distance } from '../documents/nearest.ts';
import { quote } from '../documents/quote.ts';
import { isNegated, matchesPattern } from '../judge/pattern.ts';
import type { LayeredPolicy } from '../layers/layered-policy.ts';
import type { Problem } from '../problem.ts';

/** How many letters a mistyped name differs by. One that differs by more may be a type that the list does not know. */
const MAX_LETTERS = 2;

/**
 * Patterns that are written as types of resources, match none of the known ones, and are almost one of them. Patterns of
 * addresses, modules and data sources are not looked at.
 */
export function unknownTypes({ rules }: LayeredPolicy, known: readonly string[]): readonly Problem[] {
  const providers = new Set(known.map(providerOf));
  return rules.flatMap(({ clauses }) =>
    clauses.flatMap(({ located: { places }, matches }) =>
      matches.flatMap(({ match, path }) =>
        (match.resources ?? []).flatMap((written, index) => {
          const pattern = isNegated(written) ? written.slice(1) : written;
          if (pattern.includes('.') || !providers.has(providerOf(pattern))) return [];
          if (known.some((type) => matchesPattern(pattern, type))) return [];
          const near = known.find((type) => isAlmost(pattern, type));
          if (near === undefined) return [];
          const message = `${quote(written)} matches no type of resources that is known. Did you mean ${quote(near)}?`;
          return [{ file: places.file, ...places.at([...path, 'resources', index]), message }];
        }),
      ),
    ),
  );
}

function isAlmost(pattern: string, type: string): boolean {
  return Math.abs(pattern.length - type.length) <= MAX_LETTERS && distance(pattern, type) <= MAX_LETTERS;
}

/** `aws` of `aws_s3_bucket`; empty when it is not spelt out. */
function providerOf(type: string): string {
  return /^[a-z0-9-]+(?=_)/.exec(type)?.[0] ?? '';
}
