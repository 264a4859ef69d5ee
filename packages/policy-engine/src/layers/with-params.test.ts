import { describe, expect, it } from 'vitest';
import { readPolicies } from '../../test/located-policy.ts';
import type { JsonValue } from '../json.ts';
import { layerPolicies } from './layer-policies.ts';
import type { LayeredPolicy } from './layered-policy.ts';
import { paramFromText, withParams } from './with-params.ts';

const text = `
apiVersion: tollgate/v1
kind: Policy
metadata: { name: p }
spec:
  gate: tags
  params:
    environments: { type: "list<string>", default: [prod] }
    ports: { type: "list<number>", default: [] }
    most: { type: number, default: 3 }
    strict: { type: bool, default: true }
    region: { type: string, default: "eu" }
    owners: { type: "map<string>", default: {} }
  rules: [{ id: r, assert: "true" }]
`;

async function policy(): Promise<LayeredPolicy> {
  const [found] = layerPolicies(await readPolicies(text), { environment: null }).policies;
  if (found === undefined) throw new Error('there is no policy');
  return found;
}

describe('withParams', () => {
  it('gives a policy with the values of the caller, and leaves the other one as it was', async () => {
    const before = await policy();
    const { policy: after, mistakes } = withParams(before, { most: 5 });
    expect([before.params.get('most')?.value, after.params.get('most')?.value, mistakes]).toEqual([3, 5, []]);
  });

  it.each<[string, JsonValue, string]>([
    ['most', '5', 'The value of "most" has the wrong type: a number is wanted, and this is a string.'],
    ['mots', 5, 'The policy "p" has no parameter "mots". Did you mean "most"?'],
    [
      'x',
      5,
      'The policy "p" has no parameter "x". It has "environments", "ports", "most", "strict", "region", "owners".',
    ],
  ])('%s: %j is a mistake', async (name, value, message) => {
    expect(withParams(await policy(), { [name]: value }).mistakes).toEqual([{ name, message }]);
  });
});

describe('paramFromText', () => {
  it.each<[string, string, JsonValue | undefined]>([
    ['environments', 'prod, dev', ['prod', 'dev']],
    ['environments', '["a,b"]', ['a,b']],
    ['environments', '', []],
    ['environments', '[1]', undefined],
    ['ports', '22,443', [22, 443]],
    ['ports', '22,x', undefined],
    ['most', '5', 5],
    ['most', '1e999', undefined],
    ['most', 'five', undefined],
    ['strict', 'false', false],
    ['strict', 'no', undefined],
    ['region', 'true', 'true'],
    ['owners', '{"a":"b"}', { a: 'b' }],
    ['owners', 'a=b', undefined],
  ])('%s=%s', async (name, given, expected) => {
    const param = (await policy()).params.get(name);
    expect(param === undefined ? null : paramFromText(param, given)).toEqual(expected);
  });
});
