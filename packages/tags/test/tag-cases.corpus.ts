import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type JsonObject, mergeManagementPolicies } from '@tollgate/policy-engine';
import type { ResourceInput } from '@tollgate/resources';
import { evaluateModule, memoryTree } from '@tollgate/terraform';
import { describe, expect, it } from 'vitest';
import {
  defaultTagSubjects,
  judgeRequiredTags,
  type ReportedTags,
  taggability,
  tagReport,
  tagSubjects,
} from '../src/index.ts';
import { keysForm } from '../src/rules/keys-form.ts';
import { tagsForm } from '../src/rules/tags-form.ts';
import { configurationText } from './configuration-text.ts';

type Tags = Readonly<Record<string, string>>;

interface TagCase {
  readonly id: string;
  readonly check:
    | 'resource-tags'
    | 'provider-default-tags'
    | 'effective-tags'
    | 'tag-values'
    | 'taggable'
    | 'aws-tag-policy-inheritance';
  readonly config?: JsonObject;
  readonly requiredTags: readonly string[];
  readonly expectedMissing: readonly {
    readonly address: string;
    readonly missingKeys: readonly string[];
    readonly range?: { readonly start: readonly [number, number]; readonly end: readonly [number, number] };
  }[];
  readonly expectedEffectiveTags?: readonly {
    readonly address: string;
    readonly tags: Tags;
    readonly unknownValues?: readonly string[];
  }[];
  readonly notTaggable?: readonly string[];
  readonly rule?: {
    readonly minTags?: number;
    readonly minValueLength?: number;
    readonly resourceTypes?: readonly string[];
    readonly key?: string;
    readonly pattern?: string;
  };
  readonly expectedInvalid?: readonly { readonly address: string }[];
  readonly expectedValid?: readonly string[];
  readonly expectedTaggable?: readonly string[];
  readonly expectedNotTaggable?: readonly string[];
  readonly nestedTagged?: readonly string[];
  readonly levels?: readonly (readonly JsonObject[])[];
  readonly expectedEffective?: JsonObject;
}

/** Parts of cases that say something else than the providers do, by case and address, with the reason. */
const differing: Readonly<Record<string, string>> = {
  'infracost/breakdown_format_json_with_tags_google google_sql_database_instance.gsdi':
    'default_labels of the provider reach the attribute labels alone, not settings.user_labels',
  'infracost/breakdown_format_json_with_tags_google google_monitoring_custom_service.gmcs':
    'default_labels of the provider reach the attribute labels alone, not user_labels',
  'terratag/aws_azure azurerm_virtual_network.should_not_have_tags':
    'left out by a filter of the case, and it can carry tags',
  'terratag/azurerm_skip azurerm_resource_group.example': 'left out by a filter of the case, and it can carry tags',
  'terratag/google_vs_google_beta google_compute_global_address.global_ip':
    'the provider has the labels since its version 5.7; the case is about an older one',
  'terratag/azapi azapi_resource.example': 'its type is told by its location, and the case has no configuration',
  'terratag/azapi azapi_resource.example2': 'its type is told by its location, and the case has no configuration',
};

const corpus = process.env.TOLLGATE_CORPUS;
const cases: readonly TagCase[] =
  corpus === undefined ? [] : JSON.parse(readFileSync(join(corpus, 'tags', 'tag-cases.json'), 'utf8'));
if (corpus === undefined) process.stdout.write('Tag cases of the corpus: left out, TOLLGATE_CORPUS is not set.\n');

describe.skipIf(corpus === undefined)('tag cases of the corpus', () => {
  const used = new Set<string>();
  /** Leaves out what is known to differ, and remembers that it was needed. */
  const agreed =
    ({ id }: TagCase) =>
    (address: string): boolean => {
      const name = `${id} ${address}`;
      if (differing[name] !== undefined) used.add(name);
      return differing[name] === undefined;
    };

  it.each(cases.filter(({ config }) => config !== undefined).map((tagCase) => [tagCase.id, tagCase] as const))(
    '%s',
    (_, tagCase) => {
      const input = inputOf(tagCase);
      if (tagCase.check === 'resource-tags') expectMissing(tagCase, input);
      if (tagCase.check === 'provider-default-tags') expectProviderMissing(tagCase, input);
      if (tagCase.rule !== undefined) expectInvalid(tagCase, input);
      const reported = new Map(tagReport(input).resources.map((resource) => [resource.address, resource]));
      for (const { address, tags, unknownValues = [] } of tagCase.expectedEffectiveTags ?? []) {
        const found = reported.get(address);
        const wanted = Object.fromEntries(Object.entries(tags).filter(([key]) => !unknownValues.includes(key)));
        if (agreed(tagCase)(address)) expect([address, found && flatTags(found)]).toEqual([address, wanted]);
        expect(found?.unknownValues).toEqual(unknownValues);
      }
      for (const address of tagCase.notTaggable ?? []) expect(reported.get(address)?.taggable).toBe(false);
    },
  );

  it.each(cases.filter(({ check }) => check === 'taggable').map((tagCase) => [tagCase.id, tagCase] as const))(
    '%s',
    (_, tagCase) => {
      const isAgreed = agreed(tagCase);
      for (const address of (tagCase.expectedTaggable ?? []).filter(isAgreed)) {
        expect([address, taggability(typeOf(address)).taggable]).toEqual([address, true]);
      }
      for (const address of (tagCase.expectedNotTaggable ?? []).filter(isAgreed)) {
        expect([address, taggability(typeOf(address)).taggable]).toEqual([address, false]);
      }
    },
  );

  it.each(cases.filter(({ levels }) => levels !== undefined).map((tagCase) => [tagCase.id, tagCase] as const))(
    '%s',
    (_, { levels = [], expectedEffective }) => {
      expect(mergeManagementPolicies(levels).effective).toEqual(expectedEffective);
    },
  );

  it('differs from the cases only where it is said why', () => {
    expect([...used].sort()).toEqual(Object.keys(differing).sort());
    process.stdout.write(
      `Tag cases: ${cases.length}; differing: ${used.size} resources of ${new Set([...used].map((name) => name.split(' ')[0])).size} cases\n`,
    );
  });
});

function inputOf({ config = {} }: TagCase): ResourceInput {
  const { files } = config;
  const texts =
    files === undefined || files === null || typeof files !== 'object'
      ? { 'main.tf': configurationText(config) }
      : Object.fromEntries(Object.entries(files).map(([name, file]) => [name, configurationText(file)]));
  const folder = Object.keys(texts).some((name) => name.startsWith('project/')) ? 'project' : '';
  return { kind: 'configuration', evaluation: evaluateModule(memoryTree(texts), { folder, places: true }) };
}

function expectMissing({ requiredTags, expectedMissing }: TagCase, input: ResourceInput): void {
  const failed = judgeRequiredTags(input, requiredTags).filter(({ outcome }) => outcome === 'fail');
  const found = failed.map(({ subject, missing = [] }) => ({ address: subject.id, missingKeys: [...missing].sort() }));
  expect(found).toEqual(expectedMissing.map(({ address, missingKeys }) => ({ address, missingKeys })));
  for (const { address, range } of expectedMissing) {
    const source = failed.find(({ subject }) => subject.id === address)?.source;
    if (range === undefined || source === undefined) continue;
    // The texts here are written anew, so that only the shape of the place is theirs: the tags of several lines, or the block.
    const isBlock = range.start[1] === 1;
    expect(source.startColumn === 1).toBe(isBlock);
    if (!isBlock) expect((source.endLine ?? 0) - source.startLine).toBe(range.end[0] - range.start[0]);
  }
}

function expectProviderMissing({ requiredTags, expectedMissing }: TagCase, input: ResourceInput): void {
  const check = tagsForm.compile(Object.fromEntries(requiredTags.map((key) => [key, {}])));
  const failed = defaultTagSubjects(input).filter((subject) => check(subject).outcome === 'fail');
  expect(failed.map(({ reference }) => reference.id)).toEqual(expectedMissing.map(({ address }) => address));
}

function expectInvalid({ rule = {}, expectedInvalid = [], expectedValid = [] }: TagCase, input: ResourceInput): void {
  const { key = '*', pattern, minValueLength, minTags, resourceTypes } = rule;
  const checks = [
    tagsForm.compile({
      [key]: {
        ...(pattern === undefined ? {} : { pattern }),
        ...(minValueLength === undefined ? {} : { minLength: minValueLength }),
      },
    }),
    ...(minTags === undefined ? [] : [keysForm.compile({ minCount: minTags })]),
  ];
  const judged = tagSubjects(input).filter(({ data }) => resourceTypes?.includes(data.type) ?? true);
  const outcomes = Map.groupBy(judged, (subject) => checks.every((check) => check(subject).outcome === 'pass'));
  const addresses = (isValid: boolean) => (outcomes.get(isValid) ?? []).map(({ reference }) => reference.id).sort();
  expect(addresses(false)).toEqual(expectedInvalid.map(({ address }) => address).sort());
  expect(addresses(true)).toEqual([...expectedValid].sort());
}

/** Tags as the cases write them: those of blocks after the name of the block. The tags of an Auto Scaling group are those of its instances. */
function flatTags({ type, tags, nested }: ReportedTags): Tags {
  const own = type === 'aws_autoscaling_group' ? (nested.instances ?? {}) : tags;
  const others = Object.entries(nested).filter(([path]) => path !== 'instances');
  const flat = others.flatMap(([path, found]) => {
    const name = path.replace(/\.tags$/, '').replace(/^(root_block_device|tag_specifications)\[\d+\]$/, '$1');
    return Object.entries(found).map(([key, value]) => [`${name}.${key}`, value] as const);
  });
  return { ...own, ...Object.fromEntries(flat) };
}

function typeOf(address: string): string {
  return address.split('.')[0] ?? '';
}
