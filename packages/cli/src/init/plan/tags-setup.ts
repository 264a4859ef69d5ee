import { policyText } from '@tollgate/policy-engine';
import type { GateSetup, WantedFile } from './gate-setup.ts';
import type { KeyRule } from './key-rules.ts';
import { listed } from './listed.ts';
import { tellingPermissions } from './permissions.ts';

const file = 'policies/tags.yml';

/** The gate over tags: a policy that requires the keys that are the custom of the repository. */
export const tagsSetup: GateSetup = {
  name: 'tags',
  summary: 'resources that a change touches carry the required tags',
  action: 'tag-policy',
  permissions: tellingPermissions,
  usesKeyRules: true,
  files: async (_, { keyRules }) => [await policyFile(keyRules)],
  inputs: ({ git }) => {
    const branch = git?.defaultBranch ?? null;
    const safer = `Once it is on ${branch ?? 'the default branch'}: origin/${branch ?? 'BRANCH'}:${file}, with fetch-depth: 0.`;
    return [{ name: 'policies', value: file, comment: `A pull request can change it. ${safer}` }];
  },
  trial: () => ({ command: 'check', file: { option: '--policy', path: file } }),
  notices: () => [],
};

const remarks = [
  'Tags that resources must carry. Written by tollgate init; change it as you like, it is not written again.',
  'A rule of the level hard-mandatory blocks, an advisory one only tells. Without changedOnly, resources that the change does',
  'not touch are judged as well.',
];

async function policyFile(rules: readonly KeyRule[]): Promise<WantedFile> {
  const text = await policyText(
    {
      apiVersion: 'tollgate/v1',
      kind: 'Policy',
      metadata: { name: 'tags', version: '1.0.0' },
      spec: {
        gate: 'tags',
        match: { changedOnly: true },
        rules: rules.map(({ provider, keys, level }) => ({
          id: provider === null ? 'keys' : `${provider}-keys`,
          level,
          description:
            level === 'advisory'
              ? 'The tag says who answers for the resource.'
              : 'Resources carry the tags that this repository requires.',
          remedy: 'Add what is missing to the resource, or to the default tags of its provider.',
          ...(provider === null ? {} : { match: { resources: [`${provider}_*`] } }),
          tags: Object.fromEntries(keys.map((key) => [key, {}])),
        })),
      },
    },
    remarks,
  );
  return { path: file, text, reason: listed(rules.map(ruleText)) };
}

function ruleText({ provider, keys, level }: KeyRule): string {
  const of = provider === null ? '' : ` on ${provider}_*`;
  return level === 'advisory' ? `asks for ${listed(keys)}${of} without blocking` : `requires ${listed(keys)}${of}`;
}
