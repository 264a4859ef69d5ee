// Runs one of the project's scripts on Node 24, installing the workspace first when it is not installed as the lock
// file says. Plain JavaScript on built-in modules only: it has to work before anything is installed, on Node 18 or newer.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const wantedMajor = 24;

const [script, ...args] = process.argv.slice(2);
if (script === undefined) fail('usage: node scripts/bootstrap.mjs SCRIPT [ARGUMENT…]');

const reason = whyInstall();
if (reason !== undefined) install(reason);
const node = findNode();
const run = spawnSync(node, [join(root, script), ...args], {
  cwd: root,
  stdio: 'inherit',
  env: {
    ...process.env,
    PATH: [dirname(node), join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter),
    TURBO_TELEMETRY_DISABLED: '1',
    DO_NOT_TRACK: '1',
  },
});
if (run.error) fail(`could not start ${node}: ${run.error.message}`);
process.exit(run.status ?? 1);

/** Why the workspace must be installed, or undefined when node_modules is what the lock file asks for. */
function whyInstall() {
  const wanted = readPackages(join(root, 'package-lock.json'));
  if (wanted === undefined)
    fail('package-lock.json is missing or broken: restore it with "git checkout package-lock.json"');
  const installed = readPackages(join(root, 'node_modules', '.package-lock.json'));
  if (installed === undefined) return 'nothing is installed yet';
  for (const [path, entry] of Object.entries(wanted)) {
    if (!path.startsWith('node_modules/')) continue;
    const found = installed[path];
    // npm leaves out optional packages of other platforms.
    if (found === undefined && entry.optional) continue;
    if (found === undefined) return `${path} is missing`;
    if (found.version !== entry.version || found.integrity !== entry.integrity)
      return `${path} is not at ${entry.version}`;
  }
  return undefined;
}

function readPackages(file) {
  if (!existsSync(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

function install(why) {
  console.error(`Installing the workspace (${why}) …`);
  // npm_execpath is the npm that started us; without it ("node scripts/bootstrap.mjs") the one on the PATH.
  const npm = process.env.npm_execpath;
  const command = npm?.endsWith('.js') ? [process.execPath, npm] : ['npm'];
  const result = spawnSync(command[0], [...command.slice(1), 'ci'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (result.status !== 0) {
    fail('"npm ci" failed: see its message above. A package registry must be reachable the first time.');
  }
}

/** The Node 24 of the workspace, or the running one if it is new enough. */
function findNode() {
  const delivered = join(root, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node');
  if (existsSync(delivered)) return delivered;
  if (Number(process.versions.node.split('.')[0]) >= wantedMajor) return process.execPath;
  return fail(
    `Node ${wantedMajor} is needed and the registry package that delivers it exists for Linux only (x64 and arm64). ` +
      `This is Node ${process.versions.node} on ${process.platform}-${process.arch}: install Node ${wantedMajor} and run the command again.`,
  );
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
