import {
  ActionError,
  type GateContext,
  type GateResult,
  type GitChange,
  refuseUnknownPast,
} from '@tollgate/action-kit';
import { type DocumentFile, loadPolicySet, type PolicySet } from '@tollgate/policy-engine';
import type { Report } from '@tollgate/reporting';
import {
  documentsBefore,
  importedBefore,
  importedExceptions,
  importedFile,
  inputNames,
  policySources,
  treeBefore,
  wantedRoots,
} from '@tollgate/resources';
import { checkRequiredTags, checkRootModules, type ResourcesRun, requiredTagsDocument } from '@tollgate/tags';
import type { TagPolicyInputs } from './inputs.ts';
import { baselineOfRun } from './known-violations.ts';
import type { OutputName } from './metadata.gen.ts';
import { providerSchema } from './provider-schema.ts';
import { type Before, type ReadRoots, readRootModules } from './read-root-modules.ts';
import type { Suggested, SuggestRequest } from './suggestions/suggest.ts';

/** Where the action runs, and where its ready packs are. */
export interface JudgeContext extends GateContext {
  readonly packsFolder: string;
}

/** Judges the root modules that the inputs name. */
export async function judge(inputs: TagPolicyInputs, context: JudgeContext): Promise<GateResult<OutputName>> {
  const { workingFolder } = context;
  refuseNothing(inputs);
  const change = await context.findChange({ baseRef: inputs['base-ref'] });
  const roots = await wantedRoots({
    paths: inputs.path,
    plans: inputs['plan-file'],
    workspace: inputs.workspace,
    varFiles: inputs['var-files'],
    workingFolder,
    before: treeBefore(change.base, workingFolder),
    names: inputNames,
  });
  const types = providerSchema(inputs['provider-schema'], workingFolder);
  const set = await policySetOf(inputs, context);
  const before = await beforeOf(inputs, change, context);
  const run = {
    ...(await runOf(inputs, change, context)),
    ...(await baselineOfRun({ file: inputs.baseline, roots, base: change.base, workingFolder })),
  };
  // Policies are looked through before anything is read, also by this: reading is what takes long.
  let read: ReadRoots = { judged: [], unread: [], notices: [] };
  const readAll = async () => {
    const found = await readRootModules(roots, before, context);
    read = { ...found, judged: found.judged.map((root) => ({ ...root, ...types })) };
    return read;
  };
  const { decision, evidence } = await reportOf(inputs, { set, run, readAll });
  // Whoever reads the report has to know it too.
  const unknowns = [...(isPastWanted(inputs) ? missingNotice(change) : []), ...read.notices];
  const report = { decision, evidence: { ...evidence, unknowns: [...evidence.unknowns, ...unknowns] } };
  refuseUnknownPast(set, decision, { change, isRead: read.judged.some(({ base }) => base !== null) });
  const { suggestions, notices } = await suggestionsOf(inputs, { read, report, set, run, change, context });
  const { fail, unknown, excepted } = decision.summary;
  return {
    report,
    outputs: { violations: String(fail), unknown: String(unknown), excepted: String(excepted) },
    suggestions,
    notices: [...unknowns, ...notices],
  };
}

function refuseNothing({ policies, 'required-tags': required }: TagPolicyInputs): void {
  if (policies.length > 0 || required.length > 0) return;
  throw new ActionError(
    'There is nothing to judge by. Name policies in the input "policies", such as "policies: policies", or tag keys in "required-tags".',
  );
}

/** What is read as policies, with what is written beside them. */
function policyNames({ policies, exceptions, overrides }: TagPolicyInputs): readonly string[] {
  return [...policies, ...exceptions, ...overrides];
}

function policySetOf(inputs: TagPolicyInputs, context: JudgeContext): Promise<PolicySet> {
  const { 'required-tags': required, 'on-unknown': onUnknown, environment, params } = inputs;
  const written: DocumentFile[] =
    required.length === 0 ? [] : [{ ...requiredTagsDocument(required, onUnknown), file: 'required-tags' }];
  return loadPolicySet(
    { names: policyNames(inputs), environment: environment === '' ? null : environment, written, params },
    policySources(context),
  );
}

async function beforeOf(inputs: TagPolicyInputs, { base }: GitChange, context: JudgeContext): Promise<Before | null> {
  return base === null ? null : { ref: base, documents: await documentsBefore(base, policyNames(inputs), context) };
}

async function runOf(
  inputs: TagPolicyInputs,
  { base }: GitChange,
  { event, today, workingFolder }: JudgeContext,
): Promise<ResourcesRun> {
  const files = inputs['import-exceptions'].map((name) => {
    const file = importedFile(name);
    if (file !== undefined) return file;
    throw new ActionError(
      `Input "import-exceptions" has "${name}", which is no format and file. Write for example "sarif:report.sarif".`,
    );
  });
  return {
    now: inputs.now ?? today,
    repository: `${event.repository.owner}/${event.repository.name}`,
    environment: inputs.environment === '' ? null : inputs.environment,
    commit: event.sha,
    imported: await importedExceptions(files, workingFolder),
    ...(base === null ? {} : { importedBefore: await importedBefore(files, base, workingFolder) }),
  };
}

async function reportOf(
  inputs: TagPolicyInputs,
  work: { readonly set: PolicySet; readonly run: ResourcesRun; readonly readAll: () => Promise<ReadRoots> },
): Promise<Report> {
  const { set, run, readAll } = work;
  if (!isPlain(inputs)) return checkRootModules(set, readAll, run);
  const read = await readAll();
  const [only, ...others] = read.judged;
  if (only !== undefined && others.length === 0 && read.unread.length === 0) {
    return checkRequiredTags(only, { required: inputs['required-tags'], onUnknown: inputs['on-unknown'] }, run);
  }
  const { decision, evidence } = await checkRootModules(set, () => read, run);
  return { decision, evidence: { ...evidence, gate: 'Tags' } };
}

/** Whether keys of tags are all that is asked for: then the report speaks of tags alone. */
function isPlain(inputs: TagPolicyInputs): boolean {
  return policyNames(inputs).length + inputs['import-exceptions'].length === 0 && inputs.baseline === '';
}

/** A plan knows by itself what it changes; which exceptions the change adds matters only where a policy has terms for them. */
function isPastWanted(inputs: TagPolicyInputs): boolean {
  return inputs['plan-file'].length === 0 || !isPlain(inputs);
}

function missingNotice({ missing }: GitChange): readonly string[] {
  if (missing === null) return [];
  return [
    `What this change does is not known, so all resources are judged, and exceptions that the change adds are not told from others: ${missing}, or name the commit in the input "base-ref".`,
  ];
}

async function suggestionsOf(
  { suggestions: wanted }: TagPolicyInputs,
  { context, ...given }: Omit<SuggestRequest, 'place'> & { readonly context: JudgeContext },
): Promise<Suggested> {
  const isAsked = wanted && context.event.pullRequest !== undefined && given.report.decision.summary.fail > 0;
  if (!isAsked) return { suggestions: [], notices: [] };
  try {
    // Loaded late: what plans edits is large, and most runs plan none.
    const { suggest } = await import('./suggestions/suggest.ts');
    return await suggest({ ...given, place: context });
  } catch (error) {
    // The verdict is there, and nothing that is optional may take it away.
    const why = error instanceof Error ? error.message : String(error);
    return { suggestions: [], notices: [`No edits are suggested, because planning them failed: ${why}`] };
  }
}
