import { describe, expect, it } from 'vitest';
import { suggestValue } from './suggest-value.ts';
import { moduleOf, type TagPeer } from './tag-peer.ts';
import { valueUses } from './value-uses.ts';

/** Resources by address; null is a value that is not known. Addresses of modules begin with them. */
function peers(all: Readonly<Record<string, Readonly<Record<string, string | null>>>>): TagPeer[] {
  return Object.entries(all).map(([address, values]) => ({
    address,
    module: /^(module\.\w+)\./.exec(address)?.[1] ?? null,
    values: new Map(Object.entries(values)),
  }));
}

const suggest = (all: Parameters<typeof peers>[0], address: string, accepts = (_: string) => true) =>
  suggestValue(valueUses(peers(all)), { key: 'Owner', address, accepts });

const platform = { Owner: 'platform' };
const unnamed = {};

describe('suggestValue', () => {
  it('gives what most of the others in the module use, with how many they are', () => {
    const found = suggest(
      {
        'module.web.a': platform,
        'module.web.b': platform,
        'module.web.c': { Owner: 'billing' },
        'module.web.d': unnamed,
        'module.web.e': unnamed,
        'module.db.a': { Owner: 'data' },
      },
      'module.web.e',
    );
    const among = { kind: 'module', module: 'module.web' };
    expect(found).toEqual({ value: 'platform', count: 2, of: 4, among, agreed: false });
  });

  it('looks at all resources where none of the module has the key', () => {
    const all = { 'module.db.a': unnamed, 'module.web.a': platform, 'module.web.b': platform, c: unnamed };
    const found = suggest(all, 'module.db.a');
    expect(found).toEqual({ value: 'platform', count: 2, of: 3, among: { kind: 'all' }, agreed: true });
  });

  it('does not count the value that the resource itself has', () => {
    const all = { a: { Owner: 'me' }, b: platform, c: platform };
    expect(suggest(all, 'a')).toMatchObject({ value: 'platform', count: 2, of: 2, agreed: true });
    expect(suggest({ a: platform, b: platform, c: unnamed }, 'a')).toBeNull();
  });

  it.each([
    ['one resource alone', { a: unnamed, b: platform }],
    ['no majority', { a: unnamed, b: platform, c: platform, d: { Owner: 'x' }, e: { Owner: 'y' } }],
    [
      'values that are not known may be others',
      { a: unnamed, b: platform, c: platform, d: { Owner: null }, e: { Owner: null } },
    ],
    ['nobody has the key', { a: unnamed, b: unnamed }],
  ])('suggests nothing: %s', (_, all) => {
    expect(suggest(all, 'a')).toBeNull();
  });

  it('never suggests what the rule does not take', () => {
    const all = { a: unnamed, b: platform, c: platform };
    expect(suggest(all, 'a', (value) => value !== 'platform')).toBeNull();
  });

  it('does not call it agreed when one value is not known', () => {
    const all = { a: unnamed, b: platform, c: platform, d: { Owner: null } };
    expect(suggest(all, 'a')).toMatchObject({ count: 2, of: 3, agreed: false });
  });

  it('takes a resource that is not among them for one of no module', () => {
    const all = { 'module.web.a': platform, 'module.web.b': platform };
    expect(suggest(all, 'aws')).toMatchObject({ count: 2, of: 2, among: { kind: 'all' } });
  });

  it('answers for thousands of resources in no time', () => {
    const many = Object.fromEntries(
      [...Array(20_000).keys()].map((index) => [`a${index}`, index < 9000 ? platform : {}]),
    );
    const uses = valueUses(peers(many));
    const found = Object.keys(many).map((address) =>
      suggestValue(uses, { key: 'Owner', address, accepts: () => true }),
    );
    expect(found.every((suggestion) => suggestion?.value === 'platform')).toBe(true);
  });
});

describe('moduleOf', () => {
  it.each([
    [null, null],
    ['module.web', 'module.web'],
    ['module.web[0].module.db["a.b]"]', 'module.web.module.db'],
    ['module.web["say \\"[0]\\""]', 'module.web'],
  ])('%s is %s', (module, expected) => {
    expect(moduleOf(module)).toBe(expected);
  });
});
