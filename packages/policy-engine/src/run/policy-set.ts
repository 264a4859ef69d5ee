import type { Located } from '../documents/places.ts';
import type { Policy } from '../documents/policy.ts';
import { quote } from '../documents/quote.ts';
import { type DocumentFile, type Documents, readDocuments } from '../documents/read-documents.ts';
import { documentsError, PolicyEngineError } from '../error.ts';
import { layerPolicies } from '../layers/layer-policies.ts';
import type { LayeredPolicy } from '../layers/layered-policy.ts';
import { paramFromText, withParams } from '../layers/with-params.ts';
import { type ReadBeside, readerOf } from '../packs/beside.ts';
import { checkLock } from '../packs/lock.ts';
import { lockFileName } from '../packs/pack-files.ts';
import { type PolicySources, type ResolvedPack, resolvePolicyPaths } from '../packs/resolve-policy-paths.ts';
import { type Problem, problemText } from '../problem.ts';
import { compareText } from '../text-order.ts';

/** Which policies are wanted. */
export interface PolicyRequest {
  /** Files, folders, ready packs and paths in commits, as `resolvePolicyPaths` takes them. */
  readonly names: readonly string[];
  /** The environment of the run; null for none. */
  readonly environment: string | null;
  /** Documents that are not in files of these. */
  readonly written?: readonly DocumentFile[];
  /** Values of parameters as texts, by name: they hold for every policy that has the parameter. */
  readonly params?: ReadonlyMap<string, string>;
}

/** The policies of a run, with everything that was written beside them. Nothing is compiled yet. */
export interface PolicySet {
  readonly policies: readonly LayeredPolicy[];
  /** The environment of the run. */
  readonly environment: string | null;
  readonly documents: Documents;
  readonly packs: readonly ResolvedPack[];
  /** Reads what rules name beside the file of their policy, from where the policy is from. */
  readonly readBeside: ReadBeside;
  /** What a reader must know: loosening that was ignored, packs that are not locked. */
  readonly notices: readonly string[];
}

/**
 * Reads the policies that are wanted, merges their layers, and compares packs with the lock file where there is one.
 * @throws PolicyEngineError with every mistake at its place: with one, nothing may be judged. Where there is no policy at all,
 * nothing was judged either, and that must not look like a pass.
 */
export async function loadPolicySet(request: PolicyRequest, sources: PolicySources): Promise<PolicySet> {
  const { problems, ...set } = await readPolicySet(request, sources);
  refuse(problems);
  if (set.documents.policies.length === 0) throw noPolicy(request.names);
  return { ...set, policies: withGivenParams(set.policies, request.params ?? new Map()) };
}

/** Reads the policies that are wanted, with everything that is wrong with them. Parameters that are given do not count. */
export async function readPolicySet(
  { names, environment, written = [] }: PolicyRequest,
  sources: PolicySources,
): Promise<PolicySet & { readonly problems: readonly Problem[] }> {
  const resolved = await resolvePolicyPaths(names, sources);
  const documents = await readDocuments([...resolved.files, ...written]);
  const layered = layerPolicies(documents.policies, { environment });
  const lock = await lockCheck(resolved.packs, sources);
  return {
    policies: layered.policies,
    environment,
    documents,
    packs: resolved.packs,
    readBeside: readerOf(resolved.beside, new Set(resolved.files.map(({ file }) => file))),
    notices: [
      ...layered.notices.map(problemText),
      ...lock.notices,
      ...unknownEnvironment(environment, documents.policies),
      ...(layered.policies.length === 0 ? noneTakesPart(documents.policies) : []),
    ],
    problems: [...resolved.problems, ...documents.problems, ...layered.problems, ...lock.problems],
  };
}

/** The environments that policies are written for, in order. */
export function environmentsOf(policies: readonly Located<Policy>[]): readonly string[] {
  const names = policies.flatMap(({ document }) => document.metadata.environment ?? []);
  return [...new Set(names)].sort(compareText);
}

/** Most likely a slip, which would leave out what is meant for the environment. */
function unknownEnvironment(environment: string | null, policies: readonly Located<Policy>[]): readonly string[] {
  const known = environmentsOf(policies);
  if (environment === null || known.length === 0 || known.includes(environment)) return [];
  return [`No policy is for the environment ${quote(environment)}; there are some for ${known.map(quote).join(', ')}.`];
}

/** All policies are of the layer `environment`, and none for that of the run. */
function noneTakesPart(policies: readonly Located<Policy>[]): readonly string[] {
  const known = environmentsOf(policies);
  if (known.length === 0) return [];
  return [`No policy takes part: all are for other environments than that of the run, ${known.map(quote).join(', ')}.`];
}

function noPolicy(names: readonly string[]): PolicyEngineError {
  const where = names.length === 0 ? 'None is named' : `There is no policy in ${names.map(quote).join(', ')}`;
  return new PolicyEngineError(`${where}. A policy is a document of YAML with "kind: Policy".`);
}

/** @throws PolicyEngineError when there are problems. */
export function refuse(problems: readonly Problem[]): void {
  if (problems.length > 0) throw documentsError(problems);
}

async function lockCheck(packs: readonly ResolvedPack[], { files }: PolicySources) {
  const bytes = files.readFile(lockFileName);
  if (bytes === undefined) return { problems: [], notices: [] };
  const { locks, problems } = await readDocuments([{ file: lockFileName, text: Buffer.from(bytes).toString('utf8') }]);
  const [lock] = locks;
  if (lock === undefined) return { problems, notices: [] };
  const checked = checkLock(lock, packs);
  return { problems: [...problems, ...checked.problems], notices: checked.notices };
}

function withGivenParams(
  policies: readonly LayeredPolicy[],
  given: ReadonlyMap<string, string>,
): readonly LayeredPolicy[] {
  let all = policies;
  for (const [name, text] of given) {
    const declaring = all.filter(({ params }) => params.has(name));
    if (declaring.length === 0) throw unknownParam(name, policies);
    all = all.map((policy) => (declaring.includes(policy) ? withGivenParam(policy, name, text) : policy));
  }
  return all;
}

function withGivenParam(policy: LayeredPolicy, name: string, text: string): LayeredPolicy {
  const param = policy.params.get(name);
  const value = param === undefined ? undefined : paramFromText(param, text);
  if (param === undefined || value === undefined) {
    throw new PolicyEngineError(
      `The value "${text}" of the parameter "${name}" cannot be used: the policy "${policy.name}" wants ${param?.type ?? 'another one'}. Write a list with commas or as JSON.`,
    );
  }
  return withParams(policy, { [name]: value }).policy;
}

function unknownParam(name: string, policies: readonly LayeredPolicy[]): PolicyEngineError {
  const known = [...new Set(policies.flatMap(({ params }) => [...params.keys()]))].sort();
  const wayOut = known.length === 0 ? 'They have none.' : `They have ${known.join(', ')}.`;
  return new PolicyEngineError(`None of the policies has a parameter "${name}". ${wayOut}`);
}
