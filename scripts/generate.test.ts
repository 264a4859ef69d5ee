import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { generate } from './generate.ts';

const action = `name: Gate
description: Judges it | all
inputs:
  plan-file: { description: "The plan,\\n as JSON", required: true }
  comment: { description: "When to comment: \`always\` or \`never\`", default: always }
  empty: { description: It's "empty", default: '' }
outputs:
  outcome: { description: The verdict }
runs: { using: node24, main: dist/index.js }
`;
const permissions = `permissions:
  contents: read # to read the plan
  pull-requests: write # to comment
`;
const sections = (...names: string[]) =>
  names.map((name) => `<!-- generated: ${name} -->\n<!-- /generated -->\n`).join('\nText.\n\n');

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'tollgate-generate-'));
  write('README.md', `# Tollgate\n\n${sections('actions')}`);
  write('actions/gate/README.md', `# Gate\n\n${sections('inputs', 'outputs', 'permissions')}`);
  write('actions/gate/action.yml', action);
  write('actions/gate/permissions.yml', permissions);
  write('actions/gate/src/main.ts', '');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(file: string, text: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
}

const read = (file: string) => readFileSync(join(root, file), 'utf8');
const allFiles = ['actions/gate/src/metadata.gen.ts', 'actions/gate/README.md', 'README.md'];

describe('generate', () => {
  it('writes the metadata of an action as TypeScript', () => {
    expect(generate(root, { check: false })).toEqual({ stale: allFiles, problems: [] });
    expect(read('actions/gate/src/metadata.gen.ts')).toMatchInlineSnapshot(`
      "// Generated from action.yml by scripts/generate.ts; after a change there run "npm run generate".

      /** The inputs that action.yml declares. */
      export const inputs = {
        'plan-file': {
          description: 'The plan,\\n as JSON',
          required: true,
          default: undefined,
        },
        'comment': {
          description: 'When to comment: \`always\` or \`never\`',
          required: false,
          default: 'always',
        },
        'empty': {
          description: 'It\\'s "empty"',
          required: false,
          default: '',
        },
      } as const;

      /** The outputs that action.yml declares. */
      export const outputs = ['outcome'] as const;

      /** The permissions that the README asks for. */
      export const permissions = { 'contents': 'read', 'pull-requests': 'write' } as const;

      export type InputName = keyof typeof inputs;
      export type OutputName = (typeof outputs)[number];
      "
    `);
  });

  it('writes the tables of the READMEs and keeps the text around them', () => {
    generate(root, { check: false });
    expect(read('actions/gate/README.md')).toMatchInlineSnapshot(`
      "# Gate

      <!-- generated: inputs -->

      | Input | Description | Required | Default |
      | --- | --- | --- | --- |
      | \`plan-file\` | The plan, as JSON | yes |  |
      | \`comment\` | When to comment: \`always\` or \`never\` | no | \`always\` |
      | \`empty\` | It's "empty" | no |  |

      <!-- /generated -->

      Text.

      <!-- generated: outputs -->

      | Output | Description |
      | --- | --- |
      | \`outcome\` | The verdict |

      <!-- /generated -->

      Text.

      <!-- generated: permissions -->

      \`\`\`yaml
      permissions:
        contents: read # to read the plan
        pull-requests: write # to comment
      \`\`\`

      <!-- /generated -->
      "
    `);
    expect(read('README.md')).toMatchInlineSnapshot(`
      "# Tollgate

      <!-- generated: actions -->

      | Action | What it does |
      | --- | --- |
      | [\`gate\`](actions/gate/README.md) | Judges it \\| all |

      <!-- /generated -->
      "
    `);
  });

  it('changes nothing the second time', () => {
    generate(root, { check: false });
    expect(generate(root, { check: true })).toEqual({ stale: [], problems: [] });
    expect(generate(root, { check: false })).toEqual({ stale: [], problems: [] });
  });

  it('only names the stale files when it checks', () => {
    const readme = read('actions/gate/README.md');
    expect(generate(root, { check: true })).toEqual({ stale: allFiles, problems: [] });
    expect(read('actions/gate/README.md')).toBe(readme);
  });

  it('says which file a changed description makes stale', () => {
    generate(root, { check: false });
    write('actions/gate/action.yml', action.replace('The verdict', 'The decision'));
    expect(generate(root, { check: true }).stale).toEqual(['actions/gate/README.md']);
  });
});

describe('generate with whole files', () => {
  it('writes what differs, and only names it when it checks', () => {
    const files = { 'pack.md': '# Pack\n' };
    write('pack.md', '# Old\n');
    expect(generate(root, { check: true, files }).stale).toContain('pack.md');
    expect(read('pack.md')).toBe('# Old\n');
    expect(generate(root, { check: false, files }).stale).toContain('pack.md');
    expect(read('pack.md')).toBe('# Pack\n');
    expect(generate(root, { check: true, files }).stale).not.toContain('pack.md');
  });
});

describe('generate with parts of further pages', () => {
  const pages = {
    'docs/fields.md': {
      fields: { kind: 'table', head: ['Field', 'Meaning'], rows: [['`a`', 'one | two']] },
      functions: { kind: 'lines', lines: ['size(string): int'] },
    },
  } as const;

  it('writes tables and lines between the markers', () => {
    write('docs/fields.md', sections('fields', 'functions'));
    expect(generate(root, { check: false, pages }).problems).toEqual([]);
    expect(read('docs/fields.md')).toMatchInlineSnapshot(`
      "<!-- generated: fields -->

      | Field | Meaning |
      | --- | --- |
      | \`a\` | one \\| two |

      <!-- /generated -->

      Text.

      <!-- generated: functions -->

      \`\`\`
      size(string): int
      \`\`\`

      <!-- /generated -->
      "
    `);
    expect(generate(root, { check: true, pages })).toEqual({ stale: [], problems: [] });
  });

  it('asks for a page that is not there', () => {
    expect(generate(root, { check: true, pages }).problems).toEqual([
      "docs/fields.md does not exist: write it, with '<!-- generated: fields -->', '<!-- generated: functions -->' and '<!-- /generated -->' after each.",
    ]);
  });
});

describe('generate asks for', () => {
  it.each([
    [
      'a README',
      'actions/gate/README.md',
      undefined,
      "actions/gate/README.md does not exist: write it, with '<!-- generated: inputs -->', ",
    ],
    [
      'a marker',
      'actions/gate/README.md',
      sections('inputs', 'permissions'),
      "actions/gate/README.md has no '<!-- generated: outputs -->' with",
    ],
    [
      'the end of a section',
      'README.md',
      '<!-- generated: actions -->',
      "README.md has no '<!-- generated: actions -->' with '<!-- /generated -->' after it",
    ],
    [
      'no unknown marker',
      'README.md',
      sections('actions', 'costs'),
      "README.md has '<!-- generated: costs -->', which nothing generates",
    ],
    [
      'the permissions',
      'actions/gate/permissions.yml',
      undefined,
      'actions/gate/permissions.yml does not exist: write',
    ],
  ])('%s', (_name, file, text, problem) => {
    if (text === undefined) rmSync(join(root, file));
    else write(file, text);
    const { problems } = generate(root, { check: true });
    expect(problems).toEqual([expect.stringContaining(problem)]);
  });

  it.each([
    [
      'a description',
      'action.yml',
      'description: The verdict',
      '',
      "actions/gate/action.yml: output 'outcome' has no description",
    ],
    [
      'known keys',
      'action.yml',
      'required: true',
      'requird: true',
      "actions/gate/action.yml: input 'plan-file' has the unknown key 'requird'",
    ],
    [
      'a default that is text',
      'action.yml',
      'default: always',
      'default: true',
      "input 'comment': 'default' must be a string",
    ],
    ['a decision on required', 'action.yml', 'required: true', 'required: maybe', "'required' must be true or false"],
    ['YAML', 'action.yml', 'required: true }', 'required: true', 'actions/gate/action.yml is not YAML'],
    [
      'real access',
      'permissions.yml',
      'contents: read',
      'contents: admin',
      "actions/gate/permissions.yml: 'contents' must be read, write or none",
    ],
  ])('%s in place of a mistake', (_name, file, good, bad, message) => {
    write(`actions/gate/${file}`, read(`actions/gate/${file}`).replace(good, bad));
    expect(() => generate(root, { check: true })).toThrow(message);
  });
});
