import type { ExceptionDocument } from '../documents/exception.ts';
import type { Located, Path, Places } from '../documents/places.ts';
import type { SourcePlace } from '../subject.ts';
import type { Exception, ExceptionScope } from './exception.ts';

/** exceptionOfDocument makes an exception of a document that follows its schema. */
export function exceptionOfDocument({ document, places }: Located<ExceptionDocument>): Exception {
  const { metadata, spec } = document;
  return {
    id: metadata.name,
    rule: spec.rule,
    scope: scopeOfDocument(spec.scope),
    reason: spec.reason,
    approver: spec.approver,
    evidence: spec.evidence ?? null,
    created: metadata.created ?? null,
    expires: spec.expires,
    source: sourceAt(places, ['metadata', 'name']),
    origin: 'document',
  };
}

/** The scope of an exception or override; one that is not written limits nothing. */
export function scopeOfDocument(scope: ExceptionDocument['spec']['scope'] = {}): ExceptionScope {
  return {
    resources: scope.resources ?? [],
    paths: scope.paths ?? [],
    lines: null,
    repository: scope.repository ?? null,
    environment: scope.environment ?? null,
  };
}

/** The place of a value as a place in a source file. */
export function sourceAt(places: Places, path: Path): SourcePlace {
  const { line, column } = places.at(path);
  return { file: places.file, startLine: line, startColumn: column };
}
