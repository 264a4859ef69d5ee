import { describe, expect, it } from 'vitest';
import { changed, type FixRequest, plan } from '../../test/fix-cases.ts';

const call = (source: string) => `module "m" {\n  source = "${source}"\n}\n`;
const bucket = (tags: string) => `resource "aws_s3_bucket" "a" {\n  tags = {${tags}}\n}\n`;
const prod = { options: { folder: 'infra/prod' } };
const files = {
  'infra/prod/main.tf': call('../../modules/b'),
  'infra/dev/main.tf': call('../../modules/c'),
  'modules/c/main.tf': call('../b'),
  'modules/b/main.tf': bucket(''),
};
const owner = { required: ['Owner'], values: { Owner: 'team-prod' } };

describe('a module that other configurations call too', () => {
  it('gets no value that is meant for one of them', async () => {
    const planned = await plan(files, owner, prod);
    expect(changed(planned)).toEqual({});
    expect(planned.plan.fixes.map(({ reason }) => reason)).toEqual([
      'the edit would also change what infra/dev and 1 more gets, where the same module is called; allow it with --shared',
    ]);
  });

  it.each<[string, Readonly<Record<string, string>>, FixRequest]>([
    ['a value when it may be shared', {}, { ...owner, shared: true }],
    ['a value that the rule allows alone', {}, { rules: [{ id: 'a', tags: { Env: { oneOf: ['x'] } } }] }],
    ['a key in its right writing', { 'modules/b/main.tf': bucket(' owner = "x" ') }, owner],
    ['a value when only its own examples call it beside', { 'infra/dev/main.tf': '', 'modules/c/main.tf': '' }, owner],
  ])('gets %s', async (_, other, request) => {
    const all = { ...files, 'modules/b/examples/all/main.tf': call('../..'), ...other };
    expect(Object.keys(changed(await plan(all, request, prod)))).toEqual(['modules/b/main.tf']);
  });

  it('gets nothing, where the call can be edited', async () => {
    const open = `variable "tags" {\n  default = {}\n}\nresource "aws_s3_bucket" "a" {\n  tags = var.tags\n}\n`;
    const planned = await plan({ ...files, 'modules/b/main.tf': open }, owner, prod);
    expect(Object.keys(changed(planned))).toEqual(['infra/prod/main.tf']);
  });
});
