import type { AppliedResult } from '../verdict.ts';
import type { ExceptionScope } from './exception.ts';
import { indexLines } from './line-index.ts';
import { placesOf, type ScopeMatcher } from './scope.ts';

/** Something that is for the subjects of a scope. */
export interface Scoped {
  readonly scope: ExceptionScope;
  readonly covers: ScopeMatcher;
}

/** Finds what is for a result, among everything that is for its rule. */
export type Candidates<Item extends Scoped> = (result: AppliedResult, names: readonly string[]) => readonly Item[];

/**
 * indexScopes makes it cheap to look for what is for a result: most scopes name addresses or lines, and these are looked up,
 * so that thousands of exceptions of a rule with thousands of violations are not compared one by one.
 */
export function indexScopes<Item extends Scoped>(items: readonly Item[]): Candidates<Item> {
  const byName = new Map<string, Item[]>();
  const bySubject = new Map<string, Item[]>();
  const byLine: { item: Item; lines: NonNullable<ExceptionScope['lines']> }[] = [];
  const others: Item[] = [];
  for (const item of items) {
    const { lines, resources, subject } = item.scope;
    if (subject !== undefined) add(bySubject, subject, item);
    else if (lines !== null) byLine.push({ item, lines });
    else if (resources.length > 0 && resources.every(isLiteral)) {
      for (const name of new Set(resources)) add(byName, name, item);
    } else others.push(item);
  }
  const atLine = indexLines(byLine);
  return (result, names) => {
    const found = new Set([...others, ...(bySubject.get(result.subject.id) ?? [])]);
    for (const name of names) for (const item of byName.get(name) ?? []) found.add(item);
    if (byLine.length > 0) {
      for (const { file, startLine } of placesOf(result)) for (const item of atLine(file, startLine)) found.add(item);
    }
    return [...found].filter((item) => item.covers(result, names));
  };
}

function add<Item>(lists: Map<string, Item[]>, key: string, item: Item): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}

function isLiteral(pattern: string): boolean {
  return !/^!|[*?]/.test(pattern);
}
