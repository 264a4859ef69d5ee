import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type MadeCommit, madeHistory } from '../packages/cli/test/made-history.ts';

const roots = 10;
const bucketsPerRoot = 50;

/**
 * Makes a repository of ten root modules and 500 resources in which each commit adds one resource, with policies in the working
 * folder that are stricter than those of `main`.
 */
export function policyHistory(folder: string, commits: number): void {
  const first: Record<string, string> = { 'policies/tags.yml': policy('Owner: {}') };
  for (let root = 0; root < roots; root++) {
    first[`live/${root}/main.tf`] = 'provider "aws" {\n  region = "eu-west-1"\n}\n';
    for (let index = 0; index < bucketsPerRoot; index++)
      first[`live/${root}/${index}.tf`] = bucket(`old_${index}`, 'CC-1');
  }
  const later = Array.from(
    { length: commits },
    (_, index): MadeCommit => ({
      message: `Add a bucket (#${index + 1})`,
      files: { [`live/${index % roots}/new-${index}.tf`]: bucket(`new_${index}`, index % 5 === 0 ? null : 'CC-1') },
    }),
  );
  madeHistory(folder, [{ message: 'Begin', files: first }, ...later]);
  writeFileSync(join(folder, 'policies/tags.yml'), policy('Owner: {}, CostCenter: {}'));
}

function bucket(name: string, costCenter: string | null): string {
  const tags = costCenter === null ? 'Owner = "web"' : `Owner = "web", CostCenter = "${costCenter}"`;
  return `resource "aws_s3_bucket" "${name}" {\n  bucket = "${name}"\n  tags   = { ${tags} }\n}\n`;
}

function policy(keys: string): string {
  return `apiVersion: tollgate/v1
kind: Policy
metadata: { name: tags, version: 1.0.0 }
spec:
  gate: tags
  match: { changedOnly: true }
  rules:
    - id: keys
      level: hard-mandatory
      tags: { ${keys} }
`;
}
