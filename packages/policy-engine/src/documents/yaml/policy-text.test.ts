import { expect, it } from 'vitest';
import type { Policy } from '../policy.ts';
import { readDocuments } from '../read-documents.ts';
import { policyText } from './policy-text.ts';

const owner = { optional: true, oneOf: ['a: b', 'yes', '1'] };
const policy: Policy = {
  apiVersion: 'tollgate/v1',
  kind: 'Policy',
  metadata: { name: 'p', version: '1.0.0' },
  spec: { gate: 'tags', rules: [{ id: 'r', tags: { Owner: owner, 'aws:*': owner } }] },
};

it('writes a policy that is read as it was', async () => {
  const text = await policyText(policy, ['One remark.\nIts second line.']);
  const { policies, problems } = await readDocuments([{ file: 'p.yml', text }]);
  expect(problems).toEqual([]);
  expect(policies.map(({ document }) => document)).toEqual([policy]);
  expect(text).toMatch(/^# One remark\.\n# Its second line\.\napiVersion: tollgate\/v1\n/);
  expect(text).not.toMatch(/[&*]a1/);
});
