import { readFileSync } from 'node:fs';
import { loadPolicySet, type PolicySet } from '@tollgate/policy-engine';
import type { PlannedFixes } from '@tollgate/resources';
import { memoryTree, type SourceTree } from '@tollgate/terraform';
import { requiredTagsDocument } from '../src/check-required-tags.ts';
import { type FixOptions, planFixes } from '../src/fixes/plan-fixes.ts';

/** What a case asks for: required keys, or the rules of a policy, and options. */
export interface FixRequest {
  readonly required?: readonly string[];
  readonly rules?: readonly object[];
  readonly gate?: string;
  readonly values?: Readonly<Record<string, string>>;
  readonly at?: FixOptions['at'];
  readonly only?: readonly string[];
  readonly shared?: boolean;
  /** False for files that `terraform fmt` would change before. */
  readonly formatted?: boolean;
}

export type Files = Readonly<Record<string, string>>;

/** A case of `data/fixes.txt`. */
export interface FixCase {
  readonly name: string;
  readonly request: FixRequest;
  readonly before: Files;
  /** Files that the fixes change. */
  readonly after: Files;
}

/** Reads the cases: a title, a request, files before, and those of them that change. */
export function readFixCases(): FixCase[] {
  const text = readFileSync(new URL('./data/fixes.txt', import.meta.url), 'utf8');
  const [, ...sections] = text.split(/^=== /m);
  return sections.map((section) => {
    const [head = '', ...parts] = section.split(/^--- /m);
    const [name = '', request = ''] = head.split('\n');
    const files = (time: string): Files =>
      Object.fromEntries(
        parts
          .filter((part) => part.startsWith(`${time} `))
          .map((part) => {
            const end = part.indexOf('\n');
            return [part.slice(time.length + 1, end), part.slice(end + 1)];
          }),
      );
    return { name, request: JSON.parse(request), before: files('before'), after: files('after') };
  });
}

/** Plans the fixes of a configuration in memory. */
export function plan(files: Files, request: FixRequest, more?: Partial<FixOptions>): Promise<PlannedFixes> {
  return planOf(memoryTree(files), request, more);
}

/** Plans the fixes of a configuration in a tree. */
export async function planOf(
  tree: SourceTree,
  request: FixRequest,
  more: Partial<FixOptions> = {},
): Promise<PlannedFixes> {
  return planFixes(tree, {
    set: await policySet(request),
    run: { now: '2026-11-20', repository: null, environment: null, commit: null, imported: [] },
    options: {},
    values: new Map(Object.entries(request.values ?? {})),
    at: request.at ?? null,
    only: request.only ?? [],
    shared: request.shared ?? false,
    ...more,
  });
}

function policySet({ required = [], rules, gate = 'tags' }: FixRequest): Promise<PolicySet> {
  const document = {
    file: 'policy.yaml',
    text: JSON.stringify({
      apiVersion: 'tollgate/v1',
      kind: 'Policy',
      metadata: { name: 'tags', version: '1.0.0' },
      spec: { gate, rules },
    }),
  };
  const nothing = memoryTree({});
  return loadPolicySet(
    {
      names: [],
      environment: null,
      written: [rules === undefined ? requiredTagsDocument(required, 'warn') : document],
    },
    { files: nothing, packs: nothing, openCommit: () => ({ ...nothing, commit: '' }) },
  );
}

/** The files as they are after the fixes. */
export function fixed(files: Files, { texts }: PlannedFixes): Files {
  return { ...files, ...changed({ texts }) };
}

/** The files that the fixes change. */
export function changed({ texts }: Pick<PlannedFixes, 'texts'>): Files {
  return Object.fromEntries([...texts].map(([path, { after }]) => [path, after]));
}
