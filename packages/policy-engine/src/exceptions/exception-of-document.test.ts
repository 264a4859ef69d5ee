import { expect, it } from 'vitest';
import { readDocuments } from '../documents/read-documents.ts';
import { overrideOfDocument } from '../overrides/override.ts';
import { exceptionOfDocument } from './exception-of-document.ts';

const text = `apiVersion: tollgate/v1
kind: Exception
metadata: { name: EX-7, created: 2026-09-01 }
spec:
  rule: tags/keys
  scope: { resources: [aws_instance.a], environment: prod }
  reason: bought as it is
  approver: user:ann
  expires: 2026-12-20
---
apiVersion: tollgate/v1
kind: Override
metadata: { name: OV-1 }
spec:
  rule: tags/keys
  reason: until the sale is over
  approver: user:bob
  teams: [team:finops]
  at: 2026-10-01T12:00:00Z
  commit: ${'a'.repeat(40)}
`;

it('makes exceptions and overrides of their documents', async () => {
  const { exceptions, overrides, problems } = await readDocuments([{ file: 'x.yml', text }]);
  expect(problems).toEqual([]);
  expect(exceptions.map(exceptionOfDocument)).toEqual([
    {
      id: 'EX-7',
      rule: 'tags/keys',
      scope: { resources: ['aws_instance.a'], paths: [], lines: null, repository: null, environment: 'prod' },
      reason: 'bought as it is',
      approver: 'user:ann',
      evidence: null,
      created: '2026-09-01',
      expires: '2026-12-20',
      source: { file: 'x.yml', startLine: 3, startColumn: 19 },
      origin: 'document',
    },
  ]);
  expect(overrides.map(overrideOfDocument)).toEqual([
    {
      id: 'OV-1',
      rule: 'tags/keys',
      scope: { resources: [], paths: [], lines: null, repository: null, environment: null },
      reason: 'until the sale is over',
      approver: 'user:bob',
      teams: ['team:finops'],
      at: '2026-10-01T12:00:00Z',
      commit: 'a'.repeat(40),
      source: { file: 'x.yml', startLine: 13, startColumn: 19 },
    },
  ]);
});
