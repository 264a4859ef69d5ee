import { describe, expect, it } from 'vitest';
import { missingAccess, readPermissions } from './permissions.ts';

describe('readPermissions', () => {
  it.each([
    [
      { contents: 'read', checks: 'write' },
      { scopes: { contents: 'read', checks: 'write' }, others: 'none' },
    ],
    [{}, { scopes: {}, others: 'none' }],
    ['read-all', { scopes: {}, others: 'read' }],
    ['write-all', { scopes: {}, others: 'write' }],
    ['all', undefined],
    [{ contents: 'admin' }, undefined],
    [['contents'], undefined],
    [null, undefined],
  ])('%j', (value, expected) => {
    expect(readPermissions(value)).toEqual(expected);
  });
});

describe('missingAccess', () => {
  it.each([
    ['the same', { contents: 'read' }, { contents: 'read' }, []],
    ['more', { contents: 'write', checks: 'read' }, { contents: 'read' }, []],
    ['everything', 'write-all', { contents: 'write' }, []],
    ['less', { contents: 'read' }, { contents: 'write' }, ['contents: write']],
    ['reading only', 'read-all', { contents: 'read', checks: 'write' }, ['checks: write']],
    ['nothing', {}, { contents: 'read', checks: 'none' }, ['contents: read']],
  ])('given %s', (_name, given, wanted, missing) => {
    const [has, needs] = [readPermissions(given), readPermissions(wanted)];
    expect(has && needs && missingAccess(has, needs)).toEqual(missing);
  });
});
