import { gunzipSync } from 'node:zlib';
import { ApiError, badRequest, unprocessable } from '../api-error.ts';
import { typeOf } from '../git/refs.ts';
import { limit } from '../limits.ts';
import type { Alert, AlertInstance, SarifUpload } from '../state/code-scanning.ts';
import type { GitHubState } from '../state/github-state.ts';
import type { Repository } from '../state/repository.ts';
import { readSarif, type SarifResult, type SarifRun } from './sarif.ts';

/** uploadSarif takes a file (gzip, then Base64) and makes its analyses and alerts. */
export async function uploadSarif(
  state: GitHubState,
  repo: Repository,
  { commit, ref, sarif }: { commit: string; ref: string; sarif: string },
): Promise<SarifUpload> {
  const packed = Buffer.from(sarif, 'base64');
  if (packed.length > limit('sarifFile')) throw new ApiError(413, 'SARIF file is too large');
  if (!/^refs\/(heads|tags|pull)\/.+/.test(ref)) throw unprocessable(`ref ${ref} is not a fully qualified ref`);
  if ((await typeOf(repo.dir, commit)) !== 'commit') throw unprocessable(`No commit found for SHA: ${commit}`);
  const text = unpack(packed);
  const reading = readSarif(text);
  const upload: SarifUpload = {
    id: sarifId(state.ids('sarif')),
    commit,
    ref,
    sarif: text,
    errors: reading.kind === 'rejected' ? reading.errors : [],
    pendingReads: state.settings.sarifPendingReads,
  };
  repo.sarifs.set(upload.id, upload);
  if (reading.kind === 'runs') for (const run of reading.runs) analyse(state, repo, upload, run);
  return upload;
}

function unpack(packed: Buffer): string {
  try {
    return gunzipSync(packed).toString();
  } catch {
    throw badRequest('The sarif parameter is not gzip compressed and Base64 encoded');
  }
}

/** Identifiers of uploads look like UUIDs; these count up. */
function sarifId(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
}

function analyse(state: GitHubState, repo: Repository, upload: SarifUpload, run: SarifRun): void {
  const createdAt = state.clock.write();
  const { tool, category } = run;
  const id = state.ids('analysis');
  repo.analyses.set(id, {
    id,
    sarif: upload.id,
    ref: upload.ref,
    commit: upload.commit,
    category,
    tool,
    rules: run.rules,
    results: run.results.length,
    createdAt,
  });
  const seen = new Set(run.results.map((result) => see(repo, upload, run, result, createdAt)));
  for (const alert of repo.alerts.values()) {
    if (alert.tool.name !== tool.name || seen.has(alert)) continue;
    for (const instance of alert.instances) {
      const here = instance.ref === upload.ref && instance.category === category && instance.state === 'open';
      if (!here) continue;
      instance.state = 'fixed';
      instance.fixedAt = createdAt;
      alert.updatedAt = createdAt;
    }
  }
}

/** Finds or makes the alert of a result and records that it was seen on this ref. */
function see(
  repo: Repository,
  { ref, commit }: SarifUpload,
  { tool, category }: SarifRun,
  result: SarifResult,
  at: Date,
): Alert {
  const key = `${tool.name}\n${result.identity}`;
  const known = [...repo.alerts.values()].find((alert) => alert.key === key);
  const alert: Alert = known ?? {
    number: repo.alerts.size + 1,
    key,
    tool,
    rule: result.rule,
    createdAt: at,
    updatedAt: at,
    dismissal: undefined,
    instances: [],
  };
  repo.alerts.set(alert.number, alert);
  const instance: AlertInstance = {
    ref,
    category,
    state: 'open',
    fixedAt: undefined,
    commit,
    message: result.message,
    location: {
      path: result.path,
      startLine: result.startLine,
      endLine: result.endLine,
      startColumn: result.startColumn,
      endColumn: result.endColumn,
    },
  };
  const index = alert.instances.findIndex((one) => one.ref === ref && one.category === category);
  if (index >= 0) alert.instances.splice(index, 1);
  alert.instances.push(instance);
  return alert;
}
