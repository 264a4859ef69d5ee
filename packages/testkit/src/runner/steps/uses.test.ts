import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { resolveAction } from './uses.ts';

const actions = {
  'tollgate/tollgate/actions/<name>@v1': '/build/<name>',
  'acme/one': '/one',
  'acme/many/*': '/many',
  'acme/near': 'near',
};

describe('resolveAction', () => {
  it.each([
    { reference: './actions/x', expected: { kind: 'local', directory: '/workspace/actions/x' } },
    {
      reference: 'tollgate/tollgate/actions/tag-policy@v1',
      expected: { kind: 'remote', directory: '/build/tag-policy', repository: 'tollgate/tollgate', ref: 'v1' },
    },
    {
      reference: 'acme/one@main',
      expected: { kind: 'remote', directory: '/one', repository: 'acme/one', ref: 'main' },
    },
    {
      reference: 'acme/many/deep/er@v2',
      expected: { kind: 'remote', directory: '/many', repository: 'acme/many', ref: 'v2' },
    },
    { reference: 'acme/near@v1', expected: { kind: 'remote', directory: resolve('near') } },
    { reference: 'actions/checkout@v4', expected: { kind: 'stand-in' } },
    { reference: 'Actions/Checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8', expected: { kind: 'stand-in' } },
  ])('$reference', ({ reference, expected }) => {
    expect(resolveAction(reference, '/workspace', actions)).toMatchObject(expected);
  });

  it.each([
    { reference: 'tollgate/tollgate/actions/tag-policy@v2', error: 'tollgate/tollgate/actions/tag-policy@v2' },
    { reference: 'acme/unknown@v1', error: 'Map it to a folder' },
    { reference: 'acme/one', error: 'owner/name@ref' },
    { reference: 'docker://alpine:3', error: 'no containers' },
  ])('refuses $reference', ({ reference, error }) => {
    expect(() => resolveAction(reference, '/workspace', actions)).toThrow(error);
  });
});
