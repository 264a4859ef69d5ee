import { type DocumentFile, type PolicySet, type PolicySources, readPolicySet } from '@tollgate/policy-engine';
import { UsageError } from '../error.ts';
import type { Terminal } from '../terminal.ts';
import { policySources } from './policy-sources.ts';

/** What commands on policies themselves read when nothing is named. */
const usualFolder = 'policies';

/**
 * Reads the policies that arguments name, with what was written beside them and everything that is wrong with it.
 * @throws UsageError when there is nothing in them to work on.
 */
export async function readPolicyPaths(
  paths: readonly string[],
  terminal: Terminal,
): Promise<Awaited<ReturnType<typeof readPolicySet>>> {
  const sources = policySources(terminal);
  const isUsual = paths.length === 0;
  if (isUsual && sources.files.listFolder(usualFolder) === undefined) {
    throw new UsageError('There is no folder "policies" here. Name the files, folders or packs with the policies.');
  }
  const names = isUsual ? [usualFolder] : paths;
  const written = testsBeside(names, sources.files);
  const { documents, ...set } = await readPolicySet({ names, environment: null, written }, sources);
  if (set.problems.length === 0 && isEmpty(documents)) {
    const where = isUsual ? `the folder ${usualFolder}` : paths.join(', ');
    throw new UsageError(`There is no policy in ${where}. A policy is a YAML file with "kind: Policy".`);
  }
  const beside = new Set(written.map(({ file }) => file));
  const policies = new Set(documents.policies.map(({ document }) => document.metadata.name));
  const tests = documents.tests.filter(
    ({ document, places }) => !beside.has(places.file) || policies.has(document.spec.policy),
  );
  return { ...set, documents: { ...documents, tests } };
}

/** The files of tests beside policies that are named as single files. */
function testsBeside(names: readonly string[], files: PolicySources['files']): readonly DocumentFile[] {
  const paths = names.map((name) => name.replace(/^\.\//, ''));
  const named = paths.filter((path) => /\.ya?ml$/.test(path) && files.listFolder(path) === undefined);
  const folders = new Set(named.map((path) => path.replace(/\/?[^/]*$/, '')));
  return [...folders].flatMap((folder) =>
    (files.listFolder(folder) ?? []).flatMap(({ name, kind, isLink }) => {
      const path = folder === '' ? name : `${folder}/${name}`;
      if (kind !== 'file' || isLink === true || !/\.ya?ml$/.test(name) || paths.includes(path)) return [];
      const text = Buffer.from(files.readFile(path) ?? []).toString('utf8');
      return isTest(text) ? [{ file: path, text }] : [];
    }),
  );
}

/** Whether a file holds tests and nothing else. */
function isTest(text: string): boolean {
  const kinds = [...text.matchAll(/^kind:[ \t]*["']?(\w+)/gm)].map(([, kind]) => kind);
  return kinds.length > 0 && kinds.every((kind) => kind === 'PolicyTest');
}

function isEmpty({ policies, tests, exceptions, overrides }: PolicySet['documents']): boolean {
  return policies.length + tests.length + exceptions.length + overrides.length === 0;
}
