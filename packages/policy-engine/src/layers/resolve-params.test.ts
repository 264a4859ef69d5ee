import { describe, expect, it } from 'vitest';
import { locatedPolicy } from '../../test/located-policy.ts';
import type { JsonValue } from '../json.ts';
import type { LayeredParam } from './layered-policy.ts';
import { resolveParams } from './resolve-params.ts';

const declared = locatedPolicy(
  { apiVersion: 'tollgate/v1', kind: 'Policy', metadata: { name: 'p' }, spec: { gate: 'tags', rules: [] } },
  'p.yml',
);
const params = new Map<string, LayeredParam>([
  ['environments', { type: 'list<string>', value: ['prod', 'dev'], declared }],
  ['most', { type: 'number', value: 3, declared }],
]);

describe('resolveParams', () => {
  it.each<[JsonValue, JsonValue]>([
    ['$params.most', 3],
    [{ Env: { oneOf: '$params.environments' } }, { Env: { oneOf: ['prod', 'dev'] } }],
    [
      ['$params.most', 1, null, true],
      [3, 1, null, true],
    ],
    ['at most $params.most', 'at most $params.most'],
    ['$$params.most', '$params.most'],
    ['$parameter', '$parameter'],
    [{ '$params.most': 1 }, { '$params.most': 1 }],
    [JSON.parse('{ "__proto__": "$params.most" }'), JSON.parse('{ "__proto__": 3 }')],
  ])('%j becomes %j', (value, expected) => {
    expect(resolveParams(value, params)).toEqual({ value: expected });
  });

  it.each<[JsonValue, (string | number)[], string]>([
    [
      { Env: [{ oneOf: '$params.enviroments' }] },
      ['Env', 0, 'oneOf'],
      'The policy has no parameter "enviroments". Did you mean "environments"?',
    ],
    [
      '$params.most.of',
      [],
      'The policy has no parameter "most.of". Declare it in `params`. A text that begins so is written with two dollar signs: `$$params`.',
    ],
  ])('%j names a parameter that is not there', (value, path, message) => {
    expect(resolveParams(value, params)).toEqual({ path, message });
  });
});
