/** A line of the run summary and of the "Files changed" tab. Lines and columns count from 1. */
export interface Annotation {
  level: 'error' | 'warning' | 'notice';
  message: string;
  title?: string;
  file?: string;
  line?: number;
  endLine?: number;
  col?: number;
  endColumn?: number;
}

/** At most this many annotations of one level are kept for a step (actions/runner ExecutionContext.cs, _maxCountPerIssueType). */
export const MAX_ANNOTATIONS_PER_LEVEL = 10;

/** A longer message is cut here, in UTF-16 units (actions/runner ExecutionContext.cs, _maxIssueMessageLength). */
export const MAX_ANNOTATION_MESSAGE = 4096;

/** The annotations of one step, within the limits of the runner. */
export class AnnotationList {
  readonly #kept: Annotation[] = [];

  /** add keeps an annotation while its level has room. */
  add(annotation: Annotation): void {
    const sameLevel = this.#kept.filter((kept) => kept.level === annotation.level);
    if (sameLevel.length < MAX_ANNOTATIONS_PER_LEVEL) this.#kept.push(annotation);
  }

  list(): Annotation[] {
    return [...this.#kept];
  }
}

/** annotationPlace reads the place of an annotation from the properties of its command, by the runner's rules for impossible places. */
export function annotationPlace(properties: ReadonlyMap<string, string>): Omit<Annotation, 'level' | 'message'> {
  let line = wholeNumber(properties.get('line'));
  let endLine = wholeNumber(properties.get('endline'));
  let col = wholeNumber(properties.get('col'));
  let endColumn = wholeNumber(properties.get('endcolumn'));
  if (line === undefined) line = endLine;
  if (col === undefined) col = endColumn;
  if (line === undefined || (endLine !== undefined && endLine !== line)) {
    col = undefined;
    endColumn = undefined;
  }
  if (line !== undefined && endLine !== undefined && endLine < line) {
    line = undefined;
    endLine = undefined;
  }
  if (col !== undefined && endColumn !== undefined && endColumn < col) {
    col = undefined;
    endColumn = undefined;
  }
  const title = properties.get('title');
  const file = properties.get('file');
  return {
    ...(title === undefined ? {} : { title }),
    ...(file === undefined ? {} : { file }),
    ...(line === undefined ? {} : { line }),
    ...(endLine === undefined ? {} : { endLine }),
    ...(col === undefined ? {} : { col }),
    ...(endColumn === undefined ? {} : { endColumn }),
  };
}

function wholeNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^\s*[+-]?\d+\s*$/.test(text) ? Number(text) : undefined;
}
