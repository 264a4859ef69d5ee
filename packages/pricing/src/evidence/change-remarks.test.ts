import type { Inline, Phrase } from '@tollgate/policy-engine';
import { expect, it } from 'vitest';
import { compare } from '../../test/compare.ts';
import { changeRemarks } from './change-remarks.ts';

const instances = (count: number, type: string) =>
  `resource "aws_instance" "web" {\n  count = ${count}\n  ami = "ami-1"\n  instance_type = ${type}\n}\n`;

function remarks(before: string, after: string): readonly string[] {
  return changeRemarks(compare(before, after)).map(({ title, message }) => `${title}: ${plain(message)}`);
}

function plain(phrase: Phrase): string {
  const parts: readonly Inline[] = typeof phrase === 'string' ? [{ kind: 'text', text: phrase }] : phrase;
  return parts.map((part) => ('text' in part ? part.text : '')).join('');
}

it('tells of instances of a block once, with what they cost together', () => {
  expect(remarks(instances(2, '"m5.large"'), instances(3, '"m5.xlarge"'))).toEqual([
    '+$140.96 a month: aws_instance.web[2]: new; $140.96 a month.',
    '+$140.16 a month: aws_instance.web × 2: instance_type m5.large → m5.xlarge; $141.76 → $281.92 a month.',
  ]);
});

it('tells no amount for sure of what has no price for a part', () => {
  expect(remarks('', instances(1, '"m9.huge"'))).toEqual([
    'at least +$0.80 a month: aws_instance.web[0]: new; $0.80 a month.',
  ]);
});

it('says nothing on lines of what is removed', () => {
  expect(remarks(instances(1, '"m5.large"'), '')).toEqual([]);
});
