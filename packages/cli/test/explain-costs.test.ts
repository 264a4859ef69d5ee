import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../src/run.ts';

const policy = (name: string, gate: string, rules: string) => `apiVersion: tollgate/v1
kind: Policy
metadata: { name: ${name} }
spec:
  gate: ${gate}
  rules: [${rules}]
`;
const volume = (size: number) =>
  `provider "aws" { region = "us-east-1" }\nresource "aws_ebs_volume" "a" {\n  size = ${size}\n  type = "gp2"\n}\n`;
const files = {
  'head/main.tf': volume(300),
  'base/main.tf': volume(100),
  'costs.yml': policy(
    'costs',
    'cost',
    [
      '{ id: increase, limit: { delta: 5 } }',
      '{ id: old, assert: "prices.asOf == null" }',
      '{ id: root, match: { resources: [root-module] }, limit: { total: 50 } }',
      `{ id: gp3, match: { resources: [aws_ebs_volume] }, assert: "resource.values.type == 'gp3'" }`,
    ].join(', '),
  ),
  'sizes.yml': policy('sizes', 'resource', '{ id: small, assert: resource.values.size < 200 }'),
};

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tollgate-explain-costs-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function explain(...args: string[]) {
  let [out, err] = ['', ''];
  const code = await run(['policy', 'explain', ...args], {
    writeOut: (text) => {
      out += text;
    },
    writeError: (text) => {
      err += text;
    },
    color: false,
    environment: {},
    workingFolder: folder,
    packsFolder: join(folder, 'none'),
    pricesFolder: join(import.meta.dirname, '../../pricing/data'),
    today: '2026-11-20',
  });
  return { code, out, err };
}

const head = (...more: string[]) => explain('head', '--policy', 'costs.yml', ...more);
/** The rules that are about what is explained, with what they say. */
const verdicts = (out: string) => out.match(/^\S+\/\S+ \(\S+\): (?!is not about it).*$/gm);

describe('tollgate policy explain of costs', () => {
  it('says how the change of the total is judged', async () => {
    const { code, out } = await head('--cost', 'total', '--compare-to', 'base');
    expect(code).toBe(0);
    expect(verdicts(out)).toEqual([
      'costs/increase (hard-mandatory): fails and blocks',
      'costs/old (hard-mandatory): fails and blocks',
    ]);
    expect(out).toMatch(/^ {6}cost\.delta → \$20\.00$/m);
  });

  it('gives no advice to change what is as it is, such as the date of a price', async () => {
    expect((await head('--cost', 'total')).out).not.toContain('Smallest change');
    expect((await head('--resource', 'aws_ebs_volume.a')).out).toContain(
      'Smallest change that passes: set resource.values.type to "gp3"',
    );
  });

  it('says how a root module is judged', async () => {
    expect(verdicts((await head('--cost', 'head')).out)).toEqual(['costs/root (hard-mandatory): passes']);
  });

  it('says how all gates judge a resource', async () => {
    const { out } = await head('--policy', 'sizes.yml', '--resource', 'aws_ebs_volume.a');
    expect(verdicts(out)).toEqual([
      'costs/gp3 (hard-mandatory): fails and blocks',
      'sizes/small (hard-mandatory): fails and blocks',
    ]);
  });

  it.each([
    ['neither a resource nor a cost', ['head'], 'Nothing is named to explain.'],
    ['a cost that is not there', ['head', '--cost', 'totl'], 'There is no subject "totl". Did you mean "total"?'],
    [
      'standard input for several gates',
      ['-', '--resource', 'aws_ebs_volume.a', '--policy', 'sizes.yml'],
      'cannot both read standard input',
    ],
  ])('refuses %s', async (_, args, message) => {
    const { code, err } = await explain(...args, '--policy', 'costs.yml');
    expect(code).toBe(2);
    expect(err).toContain(message);
  });

  it.each(['--cost', '--compare-to', '--usage-file'])('refuses %s where no policy is about costs', async (option) => {
    const sizes = ['--policy', 'sizes.yml', option, 'total'];
    const about = option === '--cost' ? [] : ['--resource', 'aws_ebs_volume.a'];
    const { code, err } = await explain('head', ...sizes, ...about);
    expect(code).toBe(2);
    expect(err).toContain(`${option} is for policies of the gate cost`);
  });
});
