// The ready packs of policies: what is in them, and what their tests show of each rule.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Documents,
  documentsError,
  type Policy,
  type Rule,
  readDocuments,
  testGate,
} from '@tollgate/policy-engine';
import { costGate, pricingFolder } from '@tollgate/pricing';
import { resourceGate } from '@tollgate/resources';
import { defaultTagsGate, tagsGate } from '@tollgate/tags';
import { judgeTests } from '../packages/policy-engine/src/testing/judge-tests.ts';
import { policyVersions } from '../packages/policy-engine/src/testing/policy-versions.ts';
import { type Example, examplesOf } from './pack-example.ts';

/** A ready pack: the folder `policies/NAME` with its `pack.yml`. */
export interface ReadyPack {
  /** As it is used: `tags/required`. */
  readonly name: string;
  readonly version: string;
  readonly description: string;
  readonly policies: readonly PackPolicy[];
}

/** A policy of a pack. */
export interface PackPolicy {
  readonly policy: Policy;
  readonly rules: readonly PackRule[];
}

/** A rule with what its tests show; null where no test gives a configuration that shows it. */
export interface PackRule {
  readonly rule: Rule;
  readonly failing: Example | null;
  readonly passing: Example | null;
}

/** The gates whose policies are in packs. */
export const packGates = [
  testGate(resourceGate),
  testGate(tagsGate),
  testGate(defaultTagsGate),
  testGate(costGate(pricingFolder(join(import.meta.dirname, '../packages/pricing/data')))),
];

/** Reads the documents below a folder; files are named from the root. */
export async function packDocuments(root: string, folder = 'policies'): Promise<Documents> {
  const names = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
    name.replaceAll('\\', '/'),
  );
  const files = names
    .filter((name) => name.endsWith('.yml'))
    .map((name) => ({ file: `${folder}/${name}`, text: readFileSync(join(root, folder, name), 'utf8') }));
  return readDocuments(files);
}

/**
 * Reads all packs by name, with policies in the order of their files and rules as they stand in them.
 * @throws PolicyEngineError for mistakes in them.
 */
export async function readyPacks(root: string): Promise<readonly ReadyPack[]> {
  const documents = await packDocuments(root);
  const judged = await judgeTests(documents, policyVersions(documents.policies), packGates);
  const problems = [...documents.problems, ...judged.problems];
  if (problems.length > 0) throw documentsError(problems);
  return documents.packs.map(({ document: { metadata }, places }) => {
    const folder = places.file.slice(0, -'pack.yml'.length);
    const own = documents.policies.filter((located) => located.places.file.startsWith(folder));
    const policies = own.map(({ document: policy }) => ({
      policy,
      rules: policy.spec.rules.map((rule) => {
        const cases = judged.tests
          .filter((test) => test.policy.name === policy.metadata.name)
          .flatMap((test) => test.cases);
        return { rule, ...examplesOf(cases, rule.id) };
      }),
    }));
    return { ...metadata, policies };
  });
}
