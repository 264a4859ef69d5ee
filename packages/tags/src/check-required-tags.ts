import {
  type Decision,
  type DocumentFile,
  decideRun,
  type Evidence,
  type OnUnknown,
  type PolicyHeader,
  type RuleResult,
  type Subject,
} from '@tollgate/policy-engine';
import { type ResourceInput, runExceptions } from '@tollgate/resources';
import { type JudgedResources, type ResourcesRun, tagOptions } from './check-resources.ts';
import { type TagOptions, tagSubjects } from './gate/tag-subjects.ts';
import { requiredTagsEvidence } from './required-tags-evidence.ts';
import { tagsForm } from './rules/tags-form.ts';
import type { TaggedResource } from './tagged.ts';

/** What a check of required tags is asked for. */
export interface RequiredTagsCheck {
  /** Keys that must be there. */
  readonly required: readonly string[];
  /** What follows when a key may be there and the input does not tell. */
  readonly onUnknown: OnUnknown;
}

const ruleId = 'keys';

/**
 * Judges the tags of resources by required keys alone, as the one rule of a policy that is made from them. Exceptions are those of
 * comments and of foreign files.
 * @throws PolicyEngineError for mistakes in exceptions, each at its place.
 */
export function checkRequiredTags(
  found: JudgedResources,
  { required: given, onUnknown }: RequiredTagsCheck,
  run: ResourcesRun,
): { decision: Decision; evidence: Evidence } {
  const required = [...new Set(given)].sort();
  const all = tagSubjects(found.input, tagOptions(found));
  const subjects = all.filter(isJudged);
  const policy = requiredTagsPolicy(required, onUnknown);
  const decision = decideRun(
    [{ judged: [{ policy, results: judgeSubjects(subjects, required) }], subjects }],
    { terms: new Map(), notices: [] },
    { ...run, ...runExceptions({ exceptions: [], overrides: [] }, [found], run) },
  );
  const taggable = all.map(({ reference }) => reference.id);
  return { decision, evidence: requiredTagsEvidence(found.input, required, decision.verdicts, taggable) };
}

const judgedActions = ['create', 'update', 'replace'];

/**
 * Judges every resource that can carry tags and that the change creates, updates or replaces; all of them when the input does not
 * tell. `fail`: a key is certainly missing. `unknown`: a key may be there, and the input does not tell. What follows from that is
 * the policy's to say.
 */
export function judgeRequiredTags(
  input: ResourceInput,
  required: readonly string[],
  options?: TagOptions,
): RuleResult[] {
  return judgeSubjects(tagSubjects(input, options).filter(isJudged), required);
}

function isJudged({ actions }: Subject<TaggedResource>): boolean {
  return actions === null || actions.some((action) => judgedActions.includes(action));
}

function judgeSubjects(subjects: readonly Subject<TaggedResource>[], required: readonly string[]): RuleResult[] {
  const check = tagsForm.compile(Object.fromEntries(required.map((key) => [key, {}])));
  return subjects.map((subject) => ({
    rule: ruleId,
    subject: subject.reference,
    ...check(subject),
    ...(subject.source === undefined ? {} : { source: subject.source }),
  }));
}

/** The policy that a list of required keys is short for, as a document to be read beside others. */
export function requiredTagsDocument(required: readonly string[], onUnknown: OnUnknown): DocumentFile {
  return {
    file: '--required-tags',
    text: JSON.stringify({
      apiVersion: 'tollgate/v1',
      kind: 'Policy',
      metadata: { name: 'required-tags', version: '1.0.0' },
      spec: {
        gate: 'tags',
        match: { actions: judgedActions },
        rules: [ruleOf([...new Set(required)].sort(), onUnknown)],
      },
    }),
  };
}

function requiredTagsPolicy(required: readonly string[], onUnknown: OnUnknown): PolicyHeader {
  const rule = ruleOf(required, onUnknown);
  return { name: 'required-tags', version: '1.0.0', rules: [rule], document: { gate: 'tags', rules: [rule] } };
}

function ruleOf(required: readonly string[], onUnknown: OnUnknown) {
  return {
    id: ruleId,
    level: 'hard-mandatory',
    onUnknown,
    tags: Object.fromEntries(required.map((key) => [key, {}])),
  } as const;
}
