import { expect, it } from 'vitest';
import type { ChangeReason, ResourceChange } from '../changes/cost-change.ts';
import { reasonsPhrase } from './reason-phrase.ts';

const changeOf = (reasons: readonly ChangeReason[], previous?: ResourceChange['previous']): ResourceChange => ({
  rootModule: '.',
  address: 'aws_x.a',
  type: 'aws_x',
  region: 'us-east-1',
  change: 'changed',
  status: 'priced',
  statusBefore: 'priced',
  before: '1',
  after: '2',
  delta: '1',
  deltaRange: null,
  reasons,
  components: [],
  source: null,
  ...(previous === undefined ? {} : { previous }),
});

const attribute = (name: string, before: string | null, after: string | null): ChangeReason => ({
  kind: 'attribute',
  name,
  before,
  after,
});

it.each<[string, readonly ChangeReason[], ResourceChange['previous'], string]>([
  ['what is new', [{ kind: 'added' }], undefined, 'new'],
  ['what is replaced', [{ kind: 'replaced' }, attribute('size', '1', '2')], undefined, 'replaced; `size` 1 → 2'],
  ['what was not set', [attribute('iops', null, '3000')], undefined, '`iops` not set → 3000'],
  [
    'usage',
    [{ kind: 'usage', name: 'monthly_requests', before: '1', after: '2' }],
    undefined,
    '`monthly_requests` 1 → 2',
  ],
  [
    'a schedule',
    [{ kind: 'schedule', name: 'schedule', before: null, after: 'nights off' }],
    undefined,
    'hours: all → nights off',
  ],
  [
    'a price',
    [{ kind: 'price', rate: 'aws.x', before: '0.1', after: '0.0832' }],
    undefined,
    'price of `aws.x` $0.10 → $0.0832',
  ],
  [
    'the first two reasons',
    [attribute('a', '1', '2'), attribute('b', '1', '2'), attribute('c', '1', '2')],
    undefined,
    '`a` 1 → 2; `b` 1 → 2; 1 more',
  ],
  ['a long value', [attribute('a', null, 'x'.repeat(50))], undefined, `\`a\` not set → ${'x'.repeat(39)}…`],
  ['where it was', [attribute('a', '1', '2')], { address: 'aws_x.b', by: 'content' }, '`a` 1 → 2; was `aws_x.b`'],
])('tells %s', (_, reasons, previous, said) => {
  const phrase = reasonsPhrase(changeOf(reasons, previous), 'USD');
  const plain = phrase.map((part) =>
    part.kind === 'place' ? '' : part.kind === 'code' ? `\`${part.text}\`` : part.text,
  );
  expect(plain.join('')).toBe(said);
});
