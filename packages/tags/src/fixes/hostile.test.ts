import { evaluateModule, memoryTree } from '@tollgate/terraform';
import { describe, expect, it } from 'vitest';
import { changed, fixed, plan, planOf } from '../../test/fix-cases.ts';

const owner = { required: ['Owner'], values: { Owner: 'platform' } };
const bucket = (tags: string) => `resource "aws_s3_bucket" "a" {\n  tags = ${tags}\n}\n`;

describe('hostile configurations', () => {
  it('a look-alike letter is set right where one allowed value is near', async () => {
    const request = { rules: [{ id: 'keys', tags: { Env: { oneOf: ['prod', 'dev'] } } }] };
    const planned = await plan({ 'main.tf': bucket('{ Env = "\u0440rod" }') }, request);
    expect(changed(planned)).toEqual({ 'main.tf': bucket('{ Env = "prod" }') });
  });

  it('a key of look-alikes is not the key that is wanted', async () => {
    const planned = await plan({ 'main.tf': bucket('{ \u041ewner = "a" }') }, owner);
    expect(changed(planned)).toEqual({ 'main.tf': bucket('{ \u041ewner = "a", Owner = "platform" }') });
  });

  it('200 keys stay as they are', async () => {
    const keys = Array.from({ length: 200 }, (_, index) => `    K${index} = "${index}"\n`).join('');
    const files = { 'main.tf': bucket(`{\n${keys}    owner = "a"\n  }`) };
    const { 'main.tf': after } = changed(await plan(files, owner));
    expect(after).toBe(files['main.tf'].replace('    owner = "a"', '    Owner = "a"'));
  });

  it.each([
    ['a list', '["Owner"]'],
    ['a number', '1'],
    ['a text', '"Owner"'],
    ['a list of maps', '[{ Owner = "a" }]'],
  ])('tags that are %s are left alone', async (_, tags) => {
    const planned = await plan({ 'main.tf': bucket(tags) }, owner);
    expect(changed(planned)).toEqual({});
  });

  it('a key with the name of a property of every object', async () => {
    const request = { required: ['constructor', 'toString'], values: { constructor: 'c', toString: 't' } };
    const planned = await plan({ 'main.tf': bucket('{ __proto__ = "p" }') }, request);
    const after = bucket('{ __proto__ = "p", constructor = "c", toString = "t" }');
    expect(changed(planned)).toEqual({ 'main.tf': after });
  });

  it('a sensitive value is never told', async () => {
    const text = `variable "s" {\n  sensitive = true\n  default   = "hunter2"\n}\n${bucket('{ Env = var.s }')}`;
    const request = { rules: [{ id: 'keys', tags: { Env: { oneOf: ['prod'] }, Owner: {} } }], values: { Owner: 'a' } };
    const planned = await plan({ 'main.tf': text }, request);
    expect(JSON.stringify(planned.plan)).not.toContain('hunter2');
  });

  it('references in a circle end in a message of the evaluation', async () => {
    const text = `locals {\n  a = local.b\n  b = local.a\n}\n${bucket('local.a')}`;
    expect(changed(await plan({ 'main.tf': text }, owner))).toEqual({});
    expect(evaluateModule(memoryTree({ 'main.tf': text })).diagnostics).not.toEqual([]);
  });

  it('keys that are one to Azure are told apart from those that are not', async () => {
    const text =
      'resource "azurerm_resource_group" "a" {\n  tags = { Env = "a", env = "a", Name = "b", name = "c" }\n}\n';
    const { plan: planned } = await plan(
      { 'main.tf': text },
      { rules: [{ id: 'limits', tagKeys: { cloudLimits: true } }] },
    );
    expect(planned.fixes.map(({ action, key }) => `${action} ${key}`)).toEqual(['remove env', 'none name']);
  });

  it('files that are not UTF-8 are not edited', async () => {
    const bytes = Buffer.from(bucket('{ A = "\xe9" }'), 'latin1');
    const { plan: latin } = await planOf(memoryTree({ 'main.tf': bytes }), owner);
    expect(latin.files).toEqual([]);
  });

  it('a file that begins with a byte order mark keeps it', async () => {
    const text = `\ufeff${bucket('{ A = "b" }')}`;
    const planned = await plan({ 'main.tf': text }, owner);
    expect(fixed({ 'main.tf': text }, planned)['main.tf']?.charCodeAt(0)).toBe(0xfeff);
  });
});
