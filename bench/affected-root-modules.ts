// Times reading a repository of many root modules after a change of one file: only those that the change can affect, and all of
// them, with their base; each in a process of its own. Prints a table.
// Usage: node bench/affected-root-modules.ts [ROOT MODULES]
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readPlanWithSources, readRootModules } from '../packages/resources/src/index.ts';

const [count = 50] = process.argv.slice(2).map(Number);
const modules = 10;
const resourcesInModule = 40;

/** What a root module has of its own, beside three of the modules. */
function rootModule(index: number): string {
  const calls = [0, 1, 2].map(
    (offset) =>
      `module "m${offset}" {\n  source = "../../modules/m${(index + offset) % modules}"\n  name   = "r${index}"\n}\n`,
  );
  return `provider "aws" { region = "eu-west-1" }
resource "aws_instance" "web" {
  count         = 5
  instance_type = "t3.large"
  user_data     = templatefile("\${path.module}/start.sh", { name = "r${index}" })
}
${calls.join('')}`;
}

function sharedModule(): string {
  const resources = Array.from(
    { length: resourcesInModule },
    (_, index) =>
      `resource "aws_ebs_volume" "v${index}" {\n  availability_zone = "eu-west-1a"\n  size = ${index + 1}\n  tags = { Name = "\${var.name}-${index}" }\n}\n`,
  );
  return `variable "name" { type = string }\n${resources.join('')}`;
}

function write(folder: string): void {
  const put = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  for (let index = 0; index < count; index++) {
    put(`live/r${index}/main.tf`, rootModule(index));
    put(`live/r${index}/start.sh`, 'echo $' + '{name}\n');
  }
  for (let index = 0; index < modules; index++) put(`modules/m${index}/main.tf`, sharedModule());
  for (const args of [
    ['init', '--quiet'],
    ['add', '.'],
    ['-c', 'user.name=a', '-c', 'user.email=a@example.com', 'commit', '--quiet', '--message', 'base'],
  ]) {
    const { status, stderr } = spawnSync('git', args, { cwd: folder, encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
  }
}

async function read(folder: string, isSkipping: boolean): Promise<void> {
  const roots = Array.from({ length: count }, (_, index) => {
    const path = `live/r${index}`;
    return { name: path, path, plan: null, workspace: undefined, variables: [] };
  });
  const options = {
    base: { kind: 'commit', ref: 'HEAD' },
    followRenames: true,
    onlyAffected: isSkipping ? { shared: ['usage.yml'] } : null,
    readFile: readPlanWithSources,
  } as const;
  const started = performance.now();
  let evaluated = 0;
  for await (const { kind } of readRootModules(roots, options, { workingFolder: folder, environment: {} })) {
    evaluated += Number(kind === 'read');
  }
  const { maxRSS } = process.resourceUsage();
  process.stdout.write(JSON.stringify({ evaluated, ms: performance.now() - started, mebibytes: maxRSS / 1024 }));
}

const [, , , folder, mode] = process.argv;
if (folder === undefined) {
  const made = mkdtempSync(join(tmpdir(), 'tollgate-roots-'));
  try {
    write(made);
    const changes = [
      ['nothing', null],
      ['one root module', 'live/r7/main.tf'],
      ['a module of three root modules in ten', 'modules/m3/main.tf'],
    ] as const;
    for (const [name, file] of changes) {
      if (file !== null)
        writeFileSync(join(made, file), `${file.startsWith('live') ? rootModule(7) : sharedModule()}# changed\n`);
      for (const mode of ['affected', 'all']) {
        const { stdout, stderr } = spawnSync(process.execPath, [import.meta.filename, String(count), made, mode], {
          encoding: 'utf8',
        });
        if (stdout === '') throw new Error(stderr);
        const { evaluated, ms, mebibytes } = JSON.parse(stdout);
        console.log(
          `${name.padEnd(40)} ${mode.padEnd(9)} evaluated ${String(evaluated).padStart(4)}  ${ms.toFixed(0).padStart(6)} ms  ${mebibytes.toFixed(0).padStart(4)} MiB`,
        );
      }
      spawnSync('git', ['checkout', '--quiet', '.'], { cwd: made });
    }
  } finally {
    rmSync(made, { recursive: true, force: true });
  }
} else {
  await read(folder, mode === 'affected');
}
