import { expect, it } from 'vitest';
import { configurationNames } from './configuration-names.ts';

const cases: { name: string; files: string[]; openTofu?: boolean; counting: string[] }[] = [
  {
    name: 'Terraform, native and JSON',
    files: ['a.tf', 'b.tf.json', 'c.tfvars', 'd.txt'],
    counting: ['a.tf', 'b.tf.json'],
  },
  {
    name: 'overrides come last',
    files: ['a_override.tf', 'b.tf', 'override.tf.json'],
    counting: ['b.tf', 'a_override.tf', 'override.tf.json'],
  },
  {
    name: 'a .tofu file stands for the .tf file of its name',
    files: ['a.tf', 'a.tofu', 'b.tf'],
    counting: ['a.tofu', 'b.tf'],
  },
  {
    name: 'so does one in JSON for one in JSON',
    files: ['a.tf.json', 'a.tofu.json', 'a.tf'],
    counting: ['a.tofu.json', 'a.tf'],
  },
  { name: 'a .tofu file without one is OpenTofu’s', files: ['a.tofu', 'b.tf'], counting: ['b.tf'] },
  { name: 'and counts when asked', files: ['a.tofu', 'b.tf'], openTofu: true, counting: ['a.tofu', 'b.tf'] },
  { name: 'or when there is nothing else', files: ['a.tofu', 'b.tofu.json'], counting: ['a.tofu', 'b.tofu.json'] },
  { name: 'what editors leave behind is none', files: ['.a.tf', 'a.tf~', '#a.tf#', 'a.tf'], counting: ['a.tf'] },
];
it.each(cases)('$name', ({ files, openTofu, counting }) => {
  expect(configurationNames(files, openTofu ?? false)).toEqual(counting);
});
