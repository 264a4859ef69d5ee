import { describe, expect, it } from 'vitest';
import { memoryTree } from '../tree/index.ts';
import { type EvaluatedResource, type EvaluateOptions, evaluateModule } from './index.ts';

function resourcesOf(text: string, options: EvaluateOptions = {}): Record<string, EvaluatedResource> {
  const { resources, diagnostics } = evaluateModule(memoryTree({ 'main.tf': text }), options);
  expect(diagnostics).toEqual([]);
  return Object.fromEntries(resources.map((resource) => [resource.address, resource]));
}

describe('what a resource gives', () => {
  it('has nested blocks as lists of objects, and leaves out what is null', () => {
    const { 'aws_instance.a': instance } = resourcesOf(`
      resource "aws_instance" "a" {
        ami       = "ami-1"
        user_data = null
        root_block_device {
          volume_size = 8
          iops        = null
        }
        ebs_block_device { device_name = "a" }
        ebs_block_device { device_name = "b" }
        lifecycle { ignore_changes = [ami] }
        provisioner "local-exec" { command = "true" }
      }
    `);
    expect(instance?.values).toEqual({
      ami: 'ami-1',
      root_block_device: [{ volume_size: 8 }],
      ebs_block_device: [{ device_name: 'a' }, { device_name: 'b' }],
    });
  });

  it('has as many blocks as a dynamic block has elements, with their iterators', () => {
    const { 'aws_x.a': resource } = resourcesOf(`
      resource "aws_x" "a" {
        rule { port = 1 }
        dynamic "rule" {
          for_each = [80, 443]
          iterator = it
          content {
            port = it.value
            dynamic "from" {
              for_each = { k = it.key }
              content { text = "\${from.key}-\${from.value}-\${it.value}" }
            }
          }
        }
      }
    `);
    expect(resource?.values.rule).toEqual([
      { port: 1 },
      { port: 80, from: [{ text: 'k-0-80' }] },
      { port: 443, from: [{ text: 'k-1-443' }] },
    ]);
  });

  it('is the same in JSON, where dynamic blocks are objects', () => {
    const config = {
      resource: {
        aws_x: { a: { policy: [{ dynamic: { rule: [{ for_each: [1, 2], content: [{ n: '${rule.value}' }] }] } }] } },
      },
    };
    const { resources } = evaluateModule(memoryTree({ 'main.tf.json': JSON.stringify(config) }));
    expect(resources[0]?.values).toEqual({ policy: [{ rule: [{ n: 1 }, { n: 2 }] }] });
  });

  it('marks a dynamic block as unknown when it is not known how many there are', () => {
    const { 'aws_x.a': resource } = resourcesOf(`
      data "aws_y" "d" {}
      resource "aws_x" "a" {
        dynamic "rule" {
          for_each = data.aws_y.d.ports
          content { port = rule.value }
        }
      }
    `);
    expect(resource).toMatchObject({
      values: {},
      unknown: { rule: true },
      reasons: [{ path: ['rule'], reasons: ['data source aws_y.d'] }],
    });
  });

  it('says why something is unknown, and where in the value', () => {
    const { 'aws_x.a': resource } = resourcesOf(`
      resource "aws_y" "b" { name = "b" }
      resource "aws_x" "a" {
        tags  = { Name = "n", Arn = aws_y.b.arn }
        names = [aws_y.b.name, aws_y.b.id]
      }
    `);
    expect(resource).toMatchObject({
      values: { tags: { Name: 'n' }, names: ['b', null] },
      unknown: { tags: { Arn: true }, names: [false, true] },
      reasons: [
        { path: ['tags', 'Arn'], reasons: ['aws_y.b.arn is known only after apply'] },
        { path: ['names', 1], reasons: ['aws_y.b.id is known only after apply'] },
      ],
    });
  });

  it('withholds what is sensitive', () => {
    const { resources, outputs } = evaluateModule(
      memoryTree({
        'main.tf': `
          variable "p" {
            default   = "hunter2"
            sensitive = true
          }
          resource "aws_x" "a" {
            url = "https://\${var.p}"
            map = { plain = 1, secret = var.p }
          }
          output "p" {
            value     = { p = var.p }
            sensitive = true
          }`,
      }),
    );
    expect(resources[0]).toMatchObject({
      values: { url: null, map: { plain: 1, secret: null } },
      sensitive: { url: true, map: { secret: true } },
    });
    expect(outputs.p).toMatchObject({ value: null, sensitive: true });
    expect(JSON.stringify({ resources, outputs })).not.toContain('hunter2');
  });

  it('stands for all instances when their number is not known', () => {
    const { resources, notices } = evaluateModule(
      memoryTree({
        'main.tf': `
          data "aws_zones" "z" {}
          resource "aws_x" "a" {
            count = length(data.aws_zones.z.names)
            size  = 3
            name  = "n-\${count.index}"
          }`,
      }),
    );
    expect(resources[1]).toMatchObject({
      address: 'aws_x.a',
      index: null,
      expanded: false,
      values: { size: 3 },
      unknown: { name: true },
    });
    expect(notices).toMatchObject([
      { summary: 'Number of instances not known', source: { startLine: 4, startColumn: 21 } },
    ]);
  });
});

describe('a resource as a whole', () => {
  it.each([
    ['in a loop', '[for k, s in aws_s.x : s.arn]', [true, true]],
    ['in a splat', 'values(aws_s.x)[*].arn', [true, true]],
    ['by a computed key', 'aws_s.x[local.key].arn', true],
    ['through a local value', 'local.all["a"].arn', true],
    ['through a module', 'module.m.arns', [true, true]],
    ['in a nested block', 'aws_s.x["a"].disk[0].arn', true],
  ])('has computed attributes %s', (_, expression, unknown) => {
    const { outputs, diagnostics } = evaluateModule(
      memoryTree({
        'main.tf': `
          resource "aws_s" "x" {
            for_each = toset(["a", "b"])
            name     = each.key
            disk { size = 1 }
          }
          locals {
            key = "a"
            all = aws_s.x
          }
          module "m" {
            source = "./m"
            s      = aws_s.x
          }
          output "o" { value = ${expression} }`,
        'm/main.tf': `
          variable "s" { type = map(object({ name = string, arn = string })) }
          output "arns" { value = [for s in var.s : s.arn] }`,
      }),
    );
    expect(diagnostics).toEqual([]);
    expect(outputs.o?.unknown).toEqual(unknown);
  });

  it('still has what its configuration gives', () => {
    const { outputs } = evaluateModule(
      memoryTree({
        'main.tf': `
          resource "aws_s" "x" {
            count = 2
            name  = "n\${count.index}"
          }
          output "names" { value = aws_s.x[*].name }
          output "pick" { value = (true ? aws_s.x[0] : aws_s.x[1]).name }`,
      }),
    );
    expect(outputs).toMatchObject({ names: { value: ['n0', 'n1'] }, pick: { value: 'n0' } });
  });
});

describe('where a resource is written', () => {
  const tree = memoryTree({
    'main.tf': 'module "a" {\n  source   = "./a"\n  for_each = { k = 1 }\n}\n',
    'a/main.tf': '\nmodule "b" {\n  source = "../b"\n}\n',
    'b/main.tf': 'resource "aws_x" "r" {\n  name = "n"\n  disk {\n    size = 1\n  }\n}\n',
  });

  it('is told with the calls that lead there', () => {
    const [resource] = evaluateModule(tree).resources;
    expect(resource).toMatchObject({
      address: 'module.a["k"].module.b.aws_x.r',
      module: 'module.a["k"].module.b',
      source: {
        file: 'b/main.tf',
        startLine: 1,
        startColumn: 1,
        endLine: 6,
        endColumn: 2,
        callers: [
          { address: 'module.a["k"]', file: 'main.tf', startLine: 1 },
          { address: 'module.a["k"].module.b', file: 'a/main.tf', startLine: 2 },
        ],
      },
    });
    expect(resource).not.toHaveProperty('places');
  });

  it('is told of attributes and blocks, when asked for', () => {
    const [resource] = evaluateModule(tree, { places: true }).resources;
    expect(resource?.places).toMatchObject([
      { path: ['name'], file: 'b/main.tf', startLine: 2, startColumn: 3, endColumn: 13 },
      { path: ['disk', 0], startLine: 3, endLine: 5 },
      { path: ['disk', 0, 'size'], startLine: 4, startColumn: 5 },
    ]);
  });
});
