import type { Element, ElementContent, Root } from 'xast';
import { toXml } from 'xast-util-to-xml';
import { xmlText } from './xml-text.ts';

/** A suite of JUnit. */
export interface JUnitSuite {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly cases: readonly JUnitCase[];
  /** A remark on the suite as a whole. */
  readonly output?: string;
}

export interface JUnitCase {
  readonly name: string;
  readonly classname: string;
  readonly place?: { readonly file: string; readonly startLine: number } | undefined;
  /** Why it did not pass; absent when it did. */
  readonly said?: JUnitSaid | undefined;
}

export interface JUnitSaid {
  readonly kind: 'failure' | 'error' | 'skipped';
  readonly message: string;
  readonly type?: string | undefined;
  /** Lines of the text; none for what has only a message. */
  readonly lines: readonly string[];
}

/** Writes suites as JUnit XML, with the counts of each. There are no times in it: the same suites give the same bytes. */
export function junitDocument(name: string, suites: readonly JUnitSuite[]): string {
  const all = suites.flatMap(({ cases }) => cases);
  const root: Root = {
    type: 'root',
    children: [
      { type: 'instruction', name: 'xml', value: 'version="1.0" encoding="UTF-8"' },
      lineEnd(0),
      element(0, 'testsuites', { name, ...tally(all) }, suites.map(suiteElement)),
      lineEnd(0),
    ],
  };
  return toXml(root, { closeEmptyElements: true, tightClose: true });
}

function tally(cases: readonly JUnitCase[]): Record<string, string> {
  const count = (kind: JUnitSaid['kind']) => String(cases.filter(({ said }) => said?.kind === kind).length);
  return { tests: String(cases.length), failures: count('failure'), errors: count('error'), skipped: count('skipped') };
}

function suiteElement({ name, properties, cases, output }: JUnitSuite): Element {
  const entries = Object.entries(properties);
  return element(1, 'testsuite', { name, ...tally(cases) }, [
    ...(entries.length === 0
      ? []
      : [
          element(
            2,
            'properties',
            {},
            entries.map(([name, value]) => element(3, 'property', { name, value })),
          ),
        ]),
    ...cases.map(caseElement),
    ...(output === undefined ? [] : [element(2, 'system-out', {}, [output])]),
  ]);
}

function caseElement({ name, classname, place, said }: JUnitCase): Element {
  const attributes = {
    name,
    classname,
    ...(place !== undefined && { file: place.file, line: String(place.startLine) }),
  };
  return element(2, 'testcase', attributes, said === undefined ? [] : [saidElement(said)]);
}

function saidElement({ kind, message, type, lines }: JUnitSaid): Element {
  const attributes = { message, ...(type !== undefined && { type }) };
  return element(3, kind, attributes, lines.length === 0 ? [] : [lines.map(xmlText).join('\n')]);
}

/** An element on lines of its own; a text stands in it as it is. */
function element(
  depth: number,
  name: string,
  attributes: Readonly<Record<string, string>>,
  children: readonly (Element | string)[] = [],
): Element {
  const content = children.flatMap((child): ElementContent[] =>
    typeof child === 'string' ? [{ type: 'text', value: child }] : [lineEnd(depth + 1), child],
  );
  const nested = children.some((child) => typeof child !== 'string');
  return {
    type: 'element',
    name,
    attributes: Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key, xmlText(value)])),
    children: nested ? [...content, lineEnd(depth)] : content,
  };
}

function lineEnd(depth: number) {
  return { type: 'text' as const, value: `\n${'  '.repeat(depth)}` };
}
