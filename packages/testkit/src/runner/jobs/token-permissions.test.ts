import { describe, expect, it } from 'vitest';
import type { Plain } from '../plain-data.ts';
import { type DefaultPermissions, type TokenPermissions, tokenPermissions } from './token-permissions.ts';

/** Only what a token may do, so that cases stay short. */
function granted(permissions: TokenPermissions): TokenPermissions {
  return Object.fromEntries(Object.entries(permissions).filter(([, access]) => access !== 'none'));
}

describe('tokenPermissions', () => {
  const cases: {
    name: string;
    workflow?: Plain;
    job?: Plain;
    defaults?: DefaultPermissions;
    fork?: boolean;
    expected: TokenPermissions;
  }[] = [
    { name: 'the restricted default', expected: { contents: 'read', packages: 'read', metadata: 'read' } },
    {
      name: 'the block of the workflow',
      workflow: { contents: 'read', 'pull-requests': 'write' },
      expected: { contents: 'read', 'pull-requests': 'write', metadata: 'read' },
    },
    {
      name: 'the block of the job, which replaces that of the workflow',
      workflow: { contents: 'write' },
      job: { checks: 'write' },
      expected: { checks: 'write', metadata: 'read' },
    },
    { name: 'an empty block', job: {}, expected: { metadata: 'read' } },
    {
      name: 'a fork: write becomes read',
      job: { contents: 'write', 'pull-requests': 'write', 'id-token': 'write' },
      fork: true,
      expected: { contents: 'read', 'pull-requests': 'read', metadata: 'read' },
    },
  ];
  it.each(cases)('$name', ({ workflow, job, defaults = 'restricted', fork = false, expected }) => {
    expect(granted(tokenPermissions(workflow, job, { defaults, fork }))).toEqual(expected);
  });

  it('the permissive default and write-all differ in id-token', () => {
    const permissive = tokenPermissions(undefined, undefined, { defaults: 'permissive', fork: false });
    const all = tokenPermissions('write-all', undefined, { defaults: 'restricted', fork: false });
    expect(permissive).toMatchObject({
      contents: 'write',
      'pull-requests': 'write',
      models: 'read',
      'id-token': 'none',
    });
    expect(all).toMatchObject({ contents: 'write', models: 'read', 'id-token': 'write' });
  });

  it('read-all gives no id-token', () => {
    expect(tokenPermissions('read-all', undefined, { defaults: 'restricted', fork: false })).toMatchObject({
      contents: 'read',
      'id-token': 'none',
    });
  });

  it('a called workflow has at most what its caller has', () => {
    const ceiling = tokenPermissions({ contents: 'read', issues: 'write' }, undefined, {
      defaults: 'restricted',
      fork: false,
    });
    const circumstances = { defaults: 'restricted', fork: false, ceiling } as const;
    expect(granted(tokenPermissions({ contents: 'write', issues: 'read' }, undefined, circumstances))).toEqual({
      contents: 'read',
      issues: 'read',
      metadata: 'read',
    });
    expect(granted(tokenPermissions(undefined, undefined, circumstances))).toEqual({
      contents: 'read',
      issues: 'write',
      metadata: 'read',
    });
  });
});
