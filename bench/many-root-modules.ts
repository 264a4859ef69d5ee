import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const modules = 10;
const resourcesInModule = 40;

/** What a root module has of its own, beside three of the modules. */
export function rootModule(index: number): string {
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

/** A module that root modules share. */
export function sharedModule(): string {
  const resources = Array.from(
    { length: resourcesInModule },
    (_, index) =>
      `resource "aws_ebs_volume" "v${index}" {\n  availability_zone = "eu-west-1a"\n  size = ${index + 1}\n  tags = { Name = "\${var.name}-${index}" }\n}\n`,
  );
  return `variable "name" { type = string }\n${resources.join('')}`;
}

/** Writes a git repository of root modules, each of which calls three of ten shared modules of 40 resources, and commits it. */
export function manyRootModules(folder: string, count: number): void {
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
