import { describe, expect, it } from 'vitest';
import { bucket, encode, planOf } from '../../test/small-plan.ts';
import type { JsonValue } from '../json/value.ts';
import { providerCandidates } from './provider-candidates.ts';
import { readPlan } from './read-plan.ts';

const source = 'registry.terraform.io/hashicorp/aws';

/** The keys of the configurations that the bucket, in the module `a` of the root, may be managed with. */
function candidatesOf(key: string | null, providers: Record<string, JsonValue>): string[] | null {
  const inModule = bucket({ address: 'module.a[0].aws_s3_bucket.logs', module_address: 'module.a[0]' });
  const resources = key === null ? [] : [{ ...bucket(), provider_config_key: key }];
  const configuration = {
    provider_config: providers,
    root_module: { module_calls: { a: { module: { resources } } } },
  };
  const plan = readPlan(encode({ ...planOf([inModule]), configuration }), { file: 'plan.json' });
  const [resource] = plan.resources;
  if (resource === undefined) throw new Error('the plan has a resource');
  return providerCandidates(plan, resource)?.map((candidate) => candidate.key) ?? null;
}

describe('providerCandidates', () => {
  const aws = { name: 'aws', full_name: source, expressions: {} };
  const west = { ...aws, alias: 'west' };
  const google = { name: 'google', full_name: 'registry.terraform.io/hashicorp/google', expressions: {} };
  const required = { name: 'aws', full_name: source, module_address: 'module.a', version_constraint: '> 5' };

  it.each([
    ['the one that the plan names', 'aws.west', { aws, 'aws.west': west }, ['aws.west']],
    [
      'one of the root that has no arguments',
      'aws',
      { aws: { name: 'aws', full_name: source }, 'aws.west': west },
      ['aws'],
    ],
    [
      'one that its module configures',
      'module.a:aws',
      { aws, 'module.a:aws': { ...required, expressions: {} } },
      ['module.a:aws'],
    ],
    [
      'those of the callers too, when the one of the module has no arguments',
      'module.a:aws',
      { aws, 'aws.west': west, google, 'module.a:aws': required },
      ['aws', 'aws.west', 'module.a:aws'],
    ],
    [
      'all of the callers, when the plan does not have the key',
      'a:aws',
      { aws: { name: 'aws', expressions: {} }, google },
      ['aws'],
    ],
    [
      'all of the provider, when the resource is not in the configuration',
      null,
      { aws, 'aws.west': west, google },
      ['aws', 'aws.west'],
    ],
    [
      'none of a module that is no caller',
      'module.a:aws',
      { 'module.b:aws': { ...aws, module_address: 'module.b' } },
      [],
    ],
    ['none, when nobody configures a provider', 'aws', {}, []],
  ])('gives %s', (_, key, providers, expected) => {
    expect(candidatesOf(key, providers)).toEqual(expected);
  });

  it('gives null for a plan without a configuration', () => {
    const plan = readPlan(encode(planOf([bucket()])), { file: 'plan.json' });
    expect(plan.resources.map((resource) => providerCandidates(plan, resource))).toEqual([null]);
  });
});
