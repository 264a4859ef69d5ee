// Writes what follows from each actions/*/action.yml (and permissions.yml beside it): src/metadata.gen.ts, the tables in
// the action's README, and the list of actions in the root README; what the pages about policies list; the pages about
// the ready packs, and the one about what is priced; and the style and script of the HTML report. "--check" only says which files are stale.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PolicyEngineError } from '@tollgate/policy-engine';
import { type ActionMetadata, MetadataError, readActions } from './action-metadata.ts';
import { markdownTable } from './markdown-table.ts';
import { packPages, packsPage, packsTable } from './pack-pages.ts';
import { readyPacks } from './packs.ts';
import { type PagePart, policyReference } from './policy-reference.ts';
import { priceCoverage } from './price-coverage.ts';
import { reportPage } from './report-page.ts';

/** The result of a run; paths are relative to the root. */
export interface Generation {
  /** Files that were not what they should be; written unless only checked. */
  readonly stale: readonly string[];
  /** What a person has to do: a README or a marker in it that is missing. */
  readonly problems: readonly string[];
}

/** What is generated and how: `pages` are parts of further pages, by file and name, `files` are whole ones. */
export interface GenerateOptions {
  readonly check: boolean;
  readonly pages?: Readonly<Record<string, Readonly<Record<string, PagePart>>>>;
  readonly files?: Readonly<Record<string, string>>;
}

/** generate brings the generated files under `root` up to date or, with `check`, only compares them. */
export function generate(root: string, { check, pages = {}, files = {} }: GenerateOptions): Generation {
  const stale: string[] = [];
  const problems: string[] = [];
  const actions = readActions(root);
  for (const action of actions) {
    const folder = `actions/${action.name}`;
    update(`${folder}/src/metadata.gen.ts`, () => metadataModule(action));
    updateReadme(`${folder}/README.md`, sectionsOf(action));
    if (action.permissionsText === undefined) {
      problems.push(
        `${folder}/permissions.yml does not exist: write the 'permissions:' that the action needs, with the reason as a comment beside each.`,
      );
    }
  }
  updateReadme('README.md', { actions: actionsTable(actions) });
  for (const [file, parts] of Object.entries(pages)) {
    const sections = Object.entries(parts).map(([name, part]) => [name, partText(part)] as const);
    updateReadme(file, Object.fromEntries(sections));
  }
  for (const [file, text] of Object.entries(files)) update(file, () => text);
  return { stale, problems };

  function updateReadme(file: string, sections: Readonly<Record<string, string>>): void {
    if (!existsSync(join(root, file))) {
      const markers = Object.keys(sections).map((name) => `'<!-- generated: ${name} -->'`);
      problems.push(
        `${file} does not exist: write it, with ${markers.join(', ')} and '<!-- /generated -->' after each.`,
      );
      return;
    }
    update(file, (text) => {
      let changed = text;
      for (const [name, content] of Object.entries(sections)) {
        const next = replaceSection(changed, name, content);
        if (next === undefined) {
          problems.push(`${file} has no '<!-- generated: ${name} -->' with '<!-- /generated -->' after it: add them.`);
        } else changed = next;
      }
      for (const name of sectionNames(text).filter((name) => !(name in sections))) {
        problems.push(`${file} has '<!-- generated: ${name} -->', which nothing generates: remove it.`);
      }
      return changed;
    });
  }

  function update(file: string, change: (text: string) => string): void {
    const path = join(root, file);
    const before = existsSync(path) ? readFileSync(path, 'utf8') : '';
    const after = change(before);
    if (before === after) return;
    stale.push(file);
    if (!check) writeFileSync(path, after);
  }
}

/** metadataModule is the TypeScript that keeps an action's code and its action.yml from drifting apart. */
export function metadataModule({ inputs, outputs, permissions }: ActionMetadata): string {
  const inputLines = Object.entries(inputs).map(([name, input]) => {
    const fallback = input.default === undefined ? 'undefined' : quote(input.default);
    return `  ${quote(name)}: {\n    description: ${quote(input.description)},\n    required: ${input.required},\n    default: ${fallback},\n  },\n`;
  });
  const permissionLines = Object.entries(permissions ?? {}).map(([name, access]) => `${quote(name)}: ${quote(access)}`);
  return `// Generated from action.yml by scripts/generate.ts; after a change there run "npm run generate".

/** The inputs that action.yml declares. */
export const inputs = {
${inputLines.join('')}} as const;

/** The outputs that action.yml declares. */
export const outputs = [${Object.keys(outputs).map(quote).join(', ')}] as const;

/** The permissions that the README asks for. */
export const permissions = {${permissionLines.length === 0 ? '' : ` ${permissionLines.join(', ')} `}} as const;

export type InputName = keyof typeof inputs;
export type OutputName = (typeof outputs)[number];
`;
}

/** replaceSection puts content between the markers of a generated section; undefined when they are not there. */
export function replaceSection(text: string, name: string, content: string): string | undefined {
  const opening = `<!-- generated: ${name} -->`;
  const closing = '<!-- /generated -->';
  const start = text.indexOf(opening);
  const end = text.indexOf(closing, start);
  const next = text.indexOf('<!-- generated: ', start + opening.length);
  if (start === -1 || end === -1 || (next !== -1 && next < end)) return undefined;
  return `${text.slice(0, start + opening.length)}\n\n${content}\n\n${text.slice(end)}`;
}

function sectionNames(text: string): string[] {
  return text
    .split('<!-- generated: ')
    .slice(1)
    .map((part) => part.split(' -->')[0] ?? '');
}

function sectionsOf({ inputs, outputs, permissionsText }: ActionMetadata): Record<string, string> {
  return {
    inputs: markdownTable(
      ['Input', 'Description', 'Required', 'Default'],
      Object.entries(inputs).map(([name, input]) => [
        code(name),
        input.description,
        input.required ? 'yes' : 'no',
        input.default === undefined ? '' : code(input.default),
      ]),
    ),
    outputs: markdownTable(
      ['Output', 'Description'],
      Object.entries(outputs).map(([name, description]) => [code(name), description]),
    ),
    permissions: permissionsText === undefined ? 'None.' : `\`\`\`yaml\n${permissionsText.trim()}\n\`\`\``,
  };
}

function actionsTable(actions: readonly ActionMetadata[]): string {
  return markdownTable(
    ['Action', 'What it does'],
    actions.map(({ name, description }) => [`[${code(name)}](actions/${name}/README.md)`, description]),
  );
}

function partText(part: PagePart): string {
  return part.kind === 'table' ? markdownTable(part.head, part.rows) : `\`\`\`\n${part.lines.join('\n')}\n\`\`\``;
}

/** Code in a longer fence when it has a backtick itself. */
function code(text: string): string {
  if (text === '') return '';
  return text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``;
}

function quote(text: string): string {
  return `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}

if (import.meta.main) {
  const check = process.argv.includes('--check');
  try {
    const root = dirname(dirname(fileURLToPath(import.meta.url)));
    const packs = await readyPacks(root);
    const pages = { ...policyReference(), [packsPage]: { packs: packsTable(packs) } };
    const { stale, problems } = generate(root, {
      check,
      pages,
      files: { ...packPages(packs), ...(await priceCoverage(root)), ...reportPage(root) },
    });
    for (const file of stale) console.log(check ? `${file} is stale: run "npm run generate".` : `${file} written`);
    for (const problem of problems) console.error(problem);
    if (problems.length > 0 || (check && stale.length > 0)) process.exitCode = 1;
    else if (stale.length === 0) console.log('generate: everything is up to date');
  } catch (error) {
    if (!(error instanceof MetadataError || error instanceof PolicyEngineError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
