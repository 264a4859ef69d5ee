// Makes data/github-openapi.json, data/LICENSE-openapi.txt and test/data/github-examples.json from GitHub's OpenAPI
// description. Run it by hand (`node packages/testkit/scripts/extract-openapi.ts`) after a change to data/operations.json
// or to the version below: the package is 400 MB unpacked, so it is fetched into a temporary folder and never installed.
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { asList, asText, isObject, member } from '../src/emulator/json.ts';
import { extractExamples, extractOpenapi } from '../src/emulator/openapi-extract.ts';

const PACKAGE = '@octokit/openapi';
const VERSION = '23.0.2';
/** The day on which VERSION was published. */
const PUBLISHED = '2026-09-09';
const DESCRIPTION = 'package/generated/api.github.com.json';

const home = new URL('..', import.meta.url);
const run = promisify(execFile);

async function fetchDescription(folder: string): Promise<{ description: unknown; license: string }> {
  await run('npm', ['pack', `${PACKAGE}@${VERSION}`, '--silent', '--pack-destination', folder], { cwd: folder });
  const archive = (await readdir(folder)).find((name) => name.endsWith('.tgz'));
  if (archive === undefined)
    throw new Error(`npm pack ${PACKAGE}@${VERSION} left no archive. Is the registry reachable?`);
  await run('tar', ['-xzf', archive, DESCRIPTION, 'package/LICENSE'], { cwd: folder });
  return {
    description: JSON.parse(await readFile(join(folder, DESCRIPTION), 'utf8')),
    license: await readFile(join(folder, 'package/LICENSE'), 'utf8'),
  };
}

/** JSON with one line for each member of the named levels, so that a change shows as a few lines. */
function linesOf(value: unknown, levels: number): string {
  if (levels === 0 || !isObject(value)) return JSON.stringify(value);
  const members = Object.entries(value).map(([key, inner]) => `${JSON.stringify(key)}: ${linesOf(inner, levels - 1)}`);
  return members.length === 0 ? '{}' : `{\n${members.join(',\n')}\n}`;
}

const folder = await mkdtemp(join(tmpdir(), 'tollgate-openapi-'));
try {
  const { description, license } = await fetchDescription(folder);
  const list: unknown = JSON.parse(await readFile(new URL('data/operations.json', home), 'utf8'));
  const operations = asList(member(list, 'operations')).flatMap((id) => asText(id) ?? []);
  const header = {
    source: `${PACKAGE} ${VERSION}, ${DESCRIPTION}`,
    date: PUBLISHED,
    license: 'MIT, see LICENSE-openapi.txt',
  };
  const extract = extractOpenapi(description, operations, header);
  const examples = {
    header: { ...header, note: 'request bodies, and the shapes of answers' },
    operations: extractExamples(description, operations),
  };
  await writeFile(new URL('data/github-openapi.json', home), `${linesOf(extract, 3)}\n`);
  await writeFile(new URL('data/LICENSE-openapi.txt', home), license);
  await writeFile(new URL('test/data/github-examples.json', home), `${linesOf(examples, 2)}\n`);
  process.stdout.write(`${operations.length} operations of ${header.source}\n`);
} finally {
  await rm(folder, { recursive: true, force: true });
}
