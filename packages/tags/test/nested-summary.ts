import type { ReportedTags, TagReport } from '../src/index.ts';

/** What a person reads of nested tags in a row: `Env=prod Owner=? … (why)`; undefined when they are not listed. */
export function nestedSummary(resource: ReportedTags | undefined, path: string): string | undefined {
  const tags = resource?.nested[path];
  if (tags === undefined) return undefined;
  const unknown = resource?.nestedUnknown?.[path];
  const parts = [
    ...Object.entries(tags).map(([key, value]) => `${key}=${value}`),
    ...(unknown?.unknownValues ?? []).map((key) => `${key}=?`),
    ...(unknown?.unknownKeys ? ['…'] : []),
    ...(unknown === undefined ? [] : [`(${unknown.reasons.join('; ')})`]),
  ];
  return parts.join(' ') || 'none';
}

/** The first resource of a type. */
export function findReported({ resources }: TagReport, type: string): ReportedTags | undefined {
  return resources.find((resource) => resource.type === type);
}
