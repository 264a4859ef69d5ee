import { execFile } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { RunnerError } from '../errors.ts';
import type { StandInCall } from './stand-ins.ts';

const run = promisify(execFile);

/** Inputs of the real action that the stand-in passes over, with a line in the log. */
const PASSED_OVER = ['sparse-checkout', 'sparse-checkout-cone-mode', 'filter', 'lfs', 'submodules', 'ssh-key'];

/** GitHub serves every commit it has by its id; plain git has to be told so. */
const UPLOAD_PACK = 'git -c uploadpack.allowAnySHA1InWant=true upload-pack';

/** What to fetch and what to check out. */
interface Target {
  refspecs: string[];
  checkout: string[];
}

/**
 * checkout stands in for actions/checkout: a real checkout from a repository on disk. Without `ref` it takes the
 * commit of the event: the merge commit for a pull request. The remote keeps its address on the server, so that later
 * fetches of the workflow work too and reach the repository on disk.
 */
export async function checkout(call: StandInCall): Promise<Record<string, string>> {
  const repository = call.inputs.repository ?? call.repository;
  const source = call.repositories[repository];
  if (source === undefined) {
    throw new RunnerError(
      `actions/checkout of ${repository}: the harness was given no repository of that name (\`repositories\`).`,
    );
  }
  for (const input of PASSED_OVER.filter((name) => call.inputs[name] !== undefined)) {
    call.log(`Stand-in of the test harness: the input ${input} is passed over.`);
  }
  const folder = resolve(call.workspace, call.inputs.path ?? '.');
  if (folder !== call.workspace && !folder.startsWith(call.workspace + sep)) {
    throw new RunnerError(`Repository path '${folder}' is not under '${call.workspace}'`);
  }
  mkdirSync(folder, { recursive: true });
  emptyFolder(folder, call);

  const git = async (...args: string[]): Promise<string> => {
    call.log(`[command]git ${args.join(' ')}`);
    const { stdout } = await run('git', args, { cwd: folder, env: gitEnvironment() });
    return stdout.trim();
  };
  const url = `${call.serverUrl}/${repository}`;
  await git('init', '--quiet', '--initial-branch=main');
  await git('remote', 'add', 'origin', url);
  await git('config', `url.${pathToFileURL(resolve(source)).href}.insteadOf`, url);
  await git('config', 'remote.origin.uploadpack', UPLOAD_PACK);
  if (call.inputs['persist-credentials'] !== 'false') {
    const basic = Buffer.from(`x-access-token:${call.inputs.token ?? call.token}`).toString('base64');
    await git('config', `http.${call.serverUrl}/.extraheader`, `AUTHORIZATION: basic ${basic}`);
  }

  const depth = Number(call.inputs['fetch-depth'] ?? '1');
  const target = await targetOf(call, repository, (ref) => git('ls-remote', 'origin', ref));
  const all = ['+refs/heads/*:refs/remotes/origin/*', '+refs/tags/*:refs/tags/*'];
  const fetch = (...args: string[]) => git('-c', 'protocol.version=2', 'fetch', '--quiet', ...args);
  // The commit comes after all branches: its branch is among them, and may have gone on.
  if (depth === 0) await fetch('--prune', 'origin', ...all);
  const limit = depth === 0 ? [] : ['--prune', `--depth=${depth}`, '--no-tags'];
  await fetch(...limit, 'origin', ...target.refspecs);
  await git('checkout', '--quiet', '--force', ...target.checkout);
  const commit = await git('rev-parse', 'HEAD');
  return { ref: call.inputs.ref ?? call.event.ref, commit };
}

/** A checkout replaces what is in its folder; a folder that the caller lent to the harness is never emptied. */
function emptyFolder(folder: string, call: StandInCall): void {
  const names = readdirSync(folder);
  if (names.length > 0 && !folder.startsWith(dirname(call.temp) + sep)) {
    throw new RunnerError(
      `actions/checkout would delete what is in ${folder}. Give an empty folder as \`workspace\`, or none.`,
    );
  }
  for (const name of names) rmSync(join(folder, name), { recursive: true, force: true });
}

/** The ref of the event belongs to its own repository only; elsewhere the default branch is meant. */
async function targetOf(
  call: StandInCall,
  repository: string,
  lookUp: (ref: string) => Promise<string>,
): Promise<Target> {
  const asked = call.inputs.ref ?? '';
  if (asked === '' && repository === call.repository) {
    return fullRefTarget(call.event.ref === '' ? call.event.sha : call.event.ref, call.event.sha);
  }
  if (/^[0-9a-f]{40}$/.test(asked) || asked.startsWith('refs/')) return fullRefTarget(asked, null);
  if (asked === '') {
    return { refspecs: ['+HEAD:refs/remotes/origin/HEAD'], checkout: ['--detach', 'refs/remotes/origin/HEAD'] };
  }
  if ((await lookUp(`refs/heads/${asked}`)) !== '') return fullRefTarget(`refs/heads/${asked}`, null);
  if ((await lookUp(`refs/tags/${asked}`)) !== '') return fullRefTarget(`refs/tags/${asked}`, null);
  throw new RunnerError(`A branch or tag with the name '${asked}' could not be found`);
}

/** @param sha the commit to take when the ref may have moved on since the event */
function fullRefTarget(ref: string, sha: string | null): Target {
  const from = sha ?? ref;
  if (ref.startsWith('refs/heads/')) {
    const branch = ref.slice('refs/heads/'.length);
    const remote = `refs/remotes/origin/${branch}`;
    return { refspecs: [`+${from}:${remote}`], checkout: ['-B', branch, remote] };
  }
  if (ref.startsWith('refs/pull/')) {
    const remote = `refs/remotes/${ref.slice('refs/'.length)}`;
    return { refspecs: [`+${from}:${remote}`], checkout: [remote] };
  }
  if (ref.startsWith('refs/tags/')) return { refspecs: [`+${from}:${ref}`], checkout: [ref] };
  return { refspecs: [from], checkout: [from] };
}

/** git of the harness, untouched by the configuration of the machine. */
function gitEnvironment(): NodeJS.ProcessEnv {
  return {
    PATH: process.env.PATH,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_TERMINAL_PROMPT: '0',
    LANG: 'C.UTF-8',
  };
}
