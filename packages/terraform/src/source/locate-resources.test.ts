import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readPlan } from '../plan/read-plan.ts';
import { folderTree } from '../tree/folder-tree.ts';
import { locateResources } from './locate-resources.ts';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'tollgate-locate-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}

/** Where each address is found, as `file:line`, with its callers. */
function locate(addresses: readonly { module?: string; mode?: string }[], folder = '.'): string[] {
  const document = {
    format_version: '1.2',
    resource_changes: addresses.map(({ module, mode = 'managed' }, index) => ({
      address: `${module === undefined ? '' : `${module}.`}${mode === 'data' ? 'data.' : ''}aws_instance.web[${index}]`,
      ...(module !== undefined && { module_address: module }),
      mode,
      type: 'aws_instance',
      name: 'web',
      index,
      provider_name: 'registry.terraform.io/hashicorp/aws',
      change: { actions: [mode === 'data' ? 'read' : 'create'], before: null, after: {}, after_unknown: {} },
    })),
  };
  const plan = readPlan(Buffer.from(JSON.stringify(document)), { file: 'plan.json' });
  const found = locateResources(plan, { tree: folderTree(root), folder });
  return plan.resources.map(({ address }) => {
    const source = found.get(address);
    if (source === undefined) return 'not found';
    return [...source.callers, source].map(({ file, startLine }) => `${file}:${startLine}`).join(' → ');
  });
}

const web = 'resource "aws_instance" "web" {\n  count = 2\n}\n';

describe('the place of a resource', () => {
  it('is its block, for every instance', () => {
    write({ 'main.tf': `# first\n\n${web}` });
    expect(locate([{}, {}])).toEqual(['main.tf:3', 'main.tf:3']);
  });

  it('is found in a root module below the root, and named from the root', () => {
    write({ 'infra/live/main.tf': web });
    expect(locate([{}], 'infra/live')).toEqual(['infra/live/main.tf:1']);
    expect(locate([{}], './infra/live/')).toEqual(['infra/live/main.tf:1']);
  });

  it('is followed through local modules, with the calls that lead there', () => {
    write({
      'live/main.tf': '\nmodule "outer" {\n  source = "../modules/outer"\n}\n',
      'modules/outer/main.tf': 'module "inner" {\n  for_each = {}\n  source   = "./inner"\n}\n',
      'modules/outer/inner/web.tf': web,
    });
    expect(locate([{ module: 'module.outer.module.inner["a.b"]' }], 'live')).toEqual([
      'live/main.tf:2 → modules/outer/main.tf:1 → modules/outer/inner/web.tf:1',
    ]);
  });

  it('tells data sources from resources of the same name', () => {
    write({ 'a.tf': 'data "aws_instance" "web" {}\n', 'b.tf': web });
    expect(locate([{ mode: 'data' }, {}])).toEqual(['a.tf:1', 'b.tf:1']);
  });

  it('is the block and not its override', () => {
    write({ 'a_override.tf': web, 'main.tf': `\n${web}`, 'override.tf': web });
    expect(locate([{}])).toEqual(['main.tf:2']);
  });

  it('is found in the JSON syntax, and in the file of OpenTofu rather than the one of Terraform', () => {
    const json = { resource: { aws_instance: { web: { count: 2 } } } };
    write({ 'data.tf': 'data "aws_instance" "web" {}', 'web.tf.json': JSON.stringify(json, null, 2) });
    expect(locate([{}, { mode: 'data' }])).toEqual(['web.tf.json:4', 'data.tf:1']);
    write({ 'data.tofu': '\ndata "aws_instance" "web" {}' });
    expect(locate([{ mode: 'data' }])).toEqual(['data.tofu:2']);
  });

  it('is found beside a file that is broken', () => {
    write({ 'broken.tf': 'resource "aws_instance" {{{ ', 'main.tf': `variable "x" { default = }\n${web}` });
    expect(locate([{}])).toEqual(['main.tf:2']);
  });

  it('is not guessed for a module from a registry, a computed source, or a block that is not there', () => {
    write({ 'main.tf': 'module "a" {\n  source = "acme/web/aws"\n}\nmodule "b" {\n  source = "./${var.x}"\n}\n' });
    expect(locate([{ module: 'module.a' }, { module: 'module.b' }, {}])).toEqual([
      'not found',
      'not found',
      'not found',
    ]);
  });

  it('is never outside of the root, whatever sources and links say', () => {
    write({
      'repo/main.tf': 'module "up" {\n  source = "../outside"\n}\nmodule "link" {\n  source = "./link"\n}\n',
      'outside/main.tf': web,
    });
    symlinkSync(join(root, 'outside'), join(root, 'repo/link'));
    symlinkSync(join(root, 'outside/main.tf'), join(root, 'repo/web.tf'));
    root = join(root, 'repo');
    expect(locate([{ module: 'module.up' }, { module: 'module.link' }, {}])).toEqual([
      'not found',
      'not found',
      'not found',
    ]);
    expect(() => locate([{}], '../outside')).toThrow('The folder ../outside is outside of the repository.');
    root = dirname(root);
  });

  it('needs the folder to be there', () => {
    expect(() => locate([{}], 'infra')).toThrow(
      'There is no folder infra. Give the folder of the root module that the plan was made from.',
    );
  });
});
