import type { Located, Path } from '../documents/places.ts';
import type { Layer, Policy } from '../documents/policy.ts';
import type { Problem } from '../problem.ts';
import { compareText } from '../text-order.ts';

/** What came of something that a lower layer says, where it is not what its author may expect. */
export interface LayerNotice extends Problem {
  /** `ignored`: the layers above do not allow it, or it means nothing there. `loosened`: they allow it, and it holds. */
  readonly kind: 'ignored' | 'loosened';
  readonly policy: string;
  /** The rule or the parameter that it is about; both null for the policy as a whole. */
  readonly rule: string | null;
  readonly param: string | null;
  readonly layer: Layer;
}

/** A document with the layer that it belongs to. */
export interface LayerDocument {
  readonly layer: Layer;
  readonly located: Located<Policy>;
}

/** Gathers what is to be told of one chain of layers. */
export interface LayerReport {
  readonly problems: Problem[];
  readonly notices: LayerNotice[];
}

/** The part of a policy that a notice is about. */
export type NoticeSubject = { readonly rule: string } | { readonly param: string } | null;

export function newReport(): LayerReport {
  return { problems: [], notices: [] };
}

/** Adds a problem at the place of a value. */
export function addProblem(report: LayerReport, located: Located<Policy>, path: Path, message: string): void {
  report.problems.push({ file: located.places.file, ...located.places.at(path), message });
}

/** Adds a notice at the place of a value. */
export function addNotice(
  report: LayerReport,
  kind: LayerNotice['kind'],
  { layer, located }: LayerDocument,
  subject: NoticeSubject,
  path: Path,
  message: string,
): void {
  report.notices.push({
    kind,
    policy: located.document.metadata.name,
    rule: subject !== null && 'rule' in subject ? subject.rule : null,
    param: subject !== null && 'param' in subject ? subject.param : null,
    layer,
    file: located.places.file,
    ...located.places.at(path),
    message,
  });
}

/** The place of a value as text, to be named in a message about another one. */
export function placeText({ places }: Located<Policy>, path: Path): string {
  const { line, column } = places.at(path);
  return `${places.file}:${line}:${column}`;
}

/** Orders by file, line, column and message, and leaves out what was said already. */
export function inOrder<T extends Problem>(items: readonly T[]): T[] {
  const unique = new Map(items.map((item) => [`${item.file}\0${item.line}\0${item.column}\0${item.message}`, item]));
  return [...unique.values()].sort(
    (a, b) =>
      compareText(a.file, b.file) || a.line - b.line || a.column - b.column || compareText(a.message, b.message),
  );
}
