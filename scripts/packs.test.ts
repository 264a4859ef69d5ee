import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { lintPolicies, loadPolicySet, policyText, readPolicySet, testPolicies } from '@tollgate/policy-engine';
import { importTagPolicies, knownTypes } from '@tollgate/tags';
import { folderTree } from '@tollgate/terraform';
import { beforeAll, describe, expect, it } from 'vitest';
import { blockOf, examplesOf } from './pack-example.ts';
import { packPages, packsPage } from './pack-pages.ts';
import { packDocuments, packGates, type ReadyPack, readyPacks } from './packs.ts';

const root = join(import.meta.dirname, '..');
/** What the command looks names up in, in a repository without files. */
const sources = {
  files: { readFile: () => undefined, listFolder: () => undefined },
  packs: folderTree(join(root, 'policies')),
  openCommit: () => expect.fail('no commit is read'),
};

/** Looks the names up as the command does, with policies of a repository. */
function policySet(names: readonly string[], written: Readonly<Record<string, string>> = {}) {
  const files = Object.entries(written).map(([file, text]) => ({ file, text }));
  return loadPolicySet({ names, environment: null, written: files }, sources);
}

let packs: readonly ReadyPack[];
beforeAll(async () => {
  packs = await readyPacks(root);
});

describe('the ready packs', () => {
  it('pass their tests, which show every rule to fail and to pass', async () => {
    const { outcome, tests, coverage, untested } = await testPolicies(await packDocuments(root), packGates, {
      coverageRequired: true,
    });
    const failures = tests.flatMap(({ cases }) => cases.flatMap((each) => each.failures.map(({ message }) => message)));
    expect(failures).toEqual([]);
    expect(coverage.filter(({ isCovered }) => !isCovered)).toEqual([]);
    expect(untested).toEqual([]);
    expect(outcome).toBe('passed');
  });

  it('have nothing that could be better', async () => {
    const names = packs.map(({ name }) => name);
    const set = await readPolicySet({ names, environment: null }, sources);
    const { findings } = await lintPolicies(set, packGates, { now: '2026-11-20', types: knownTypes() });
    expect(findings).toEqual([]);
  });

  it('are used by their names, all at once', async () => {
    const set = await policySet(packs.map(({ name }) => name));
    expect(set.packs.map(({ name, version }) => `${name} ${version}`)).toEqual(
      packs.map(({ name, version }) => `${name} ${version}`),
    );
    expect(set.notices).toEqual([]);
  });

  it('say of every rule why it is there and how to mend a violation, and show both', () => {
    const rules = packs.flatMap(({ policies }) => policies.flatMap((policy) => policy.rules));
    const lacking = rules.filter(({ rule, failing, passing }) => {
      const { description = '', remedy = '' } = rule;
      return !description.endsWith('.') || !remedy.endsWith('.') || failing === null || passing === null;
    });
    expect(lacking.map(({ rule }) => rule.id)).toEqual([]);
  });

  it('have a page each, and there are no pages of others', () => {
    const pages = Object.entries(packPages(packs));
    expect(readdirSync(join(root, 'docs/packs')).sort()).toEqual(
      [packsPage, ...pages.map(([file]) => file)].map((file) => basename(file)).sort(),
    );
    for (const [file, text] of pages) expect(readFileSync(join(root, file), 'utf8'), file).toBe(text);
  });

  it('give advice on costs, and block nothing for them', () => {
    const finops = packs.find(({ name }) => name === 'resources/finops');
    const levels = finops?.policies.flatMap(({ rules }) => rules.map(({ rule }) => rule.level));
    expect(new Set(levels)).toEqual(new Set(['advisory']));
  });

  it('can be changed by a repository, where they say so', async () => {
    const layer = (name: string, gate: string, rules: string) =>
      `apiVersion: tollgate/v1\nkind: Policy\nmetadata: { name: ${name} }\nspec:\n  gate: ${gate}\n  rules:\n${rules}`;
    const { policies, notices } = await policySet(['resources/safety', 'resources/finops'], {
      'costs.yml': layer('finops-aws', 'resource', '    - { id: lambda-architecture, disable: true }\n'),
      'network.yml': layer(
        'safety-aws-network',
        'resource',
        '    - { id: ingress-rule-closed-ports, disable: true }\n',
      ),
      'database.yml': layer(
        'safety-aws-database',
        'resource',
        '    - { id: table-recovery, override: { approvers: ["team:data"] } }\n',
      ),
    });
    const rule = (policy: string, id: string) =>
      policies.find(({ name }) => name === policy)?.rules.find((each) => each.id === id);
    expect(rule('finops-aws', 'lambda-architecture')).toBeUndefined();
    expect(rule('safety-aws-network', 'ingress-rule-closed-ports')?.clauses).toHaveLength(1);
    expect(rule('safety-aws-database', 'table-recovery')?.override?.approvers).toEqual(['team:data']);
    expect(notices.filter((notice) => notice.includes('ignored'))).toHaveLength(1);
  });

  it('have the policy that is made of the tag policy beside it', async () => {
    const folder = join(root, 'policies/tags/aws-organizations');
    const text = readFileSync(join(folder, 'tag-policy.json'), 'utf8');
    const { policy, notices } = importTagPolicies([[{ name: 'tag-policy.json', text }]]);
    expect(notices).toEqual([]);
    const made = await policyText(policy, ['Made by "tollgate policy import" of tag-policy.json.']);
    expect(readFileSync(join(folder, 'aws-tag-policies.yml'), 'utf8')).toBe(made);
  });
});

describe('examples', () => {
  const terraform = `resource "aws_x" "a" {\n  b {\n  }\n}\ndata "aws_x" "a" {}\nresource "aws_x" "b" {\n  size = 1\n}\nresource "aws_y" "c" {}\n`;

  it.each([
    ['aws_x.a', 'resource "aws_x" "a" {\n  b {\n  }\n}'],
    ['data.aws_x.a', 'data "aws_x" "a" {}'],
    ['aws_x.b[0]', 'resource "aws_x" "b" {\n  size = 1\n}'],
    ['aws_x.c', null],
  ])('are whole blocks: %s', (address, block) => {
    expect(blockOf(terraform, address)).toBe(block);
  });

  it('are short, and of one type where they can be', () => {
    const verdict = (id: string, outcome: 'pass' | 'fail') => ({
      rule: 'r',
      subject: { kind: 'resource', id },
      outcome,
      message: id,
    });
    const results = [verdict('aws_x.a', 'fail'), verdict('aws_x.b', 'pass'), verdict('aws_y.c', 'pass')];
    const cases = [{ written: { name: 'c', given: { terraform }, expect: [] }, results }];
    const { failing, passing } = examplesOf(cases, 'r');
    expect([failing?.message, passing?.message]).toEqual(['aws_x.a', 'aws_x.b']);
    expect(examplesOf(cases, 'other')).toEqual({ failing: null, passing: null });
  });
});
