import { evaluateModule, memoryTree } from '@tollgate/terraform';
import { describe, expect, it } from 'vitest';
import { resourceViews } from './index.ts';
import { inlineComments } from './inline-comments.ts';

function commentsOf(files: Readonly<Record<string, string>>) {
  const tree = memoryTree(files);
  return inlineComments(tree, resourceViews({ kind: 'configuration', evaluation: evaluateModule(tree) }));
}

describe('comments that speak to Tollgate', () => {
  it.each<[string, string, number, number]>([
    ['above the block', '# tollgate:ignore a\nresource "aws_x" "a" {\n}\n', 1, 1],
    ['above other comments', '\n  // tollgate:ignore a\n# why\nresource "aws_x" "a" {\n}\n', 2, 3],
    ['at the end of the first line', 'resource "aws_x" "a" { # tollgate:ignore a\n}\n', 1, 24],
    ['inside', 'resource "aws_x" "a" {\n  # tollgate:ignore a\n\n  b = 1\n}\n', 2, 3],
    ['beside an attribute', 'resource "aws_x" "a" {\n  b = 1 // tollgate:ignore a\n}\n', 2, 9],
    ['in a nested block', 'resource "aws_x" "a" {\n  c {\n    /* tollgate:ignore a */\n  }\n}\n', 3, 5],
    ['behind the block', 'resource "aws_x" "a" {} # tollgate:ignore a\n', 1, 25],
    ['behind wide characters', 'resource "aws_x" "a" { /* 👍 */ # tollgate:ignore a\n}\n', 1, 33],
  ])('are about it: %s', (_, text, line, column) => {
    const [comment, ...others] = commentsOf({ 'main.tf': text });
    const startLine = text.split('\n').findIndex((row) => row.startsWith('resource')) + 1;
    expect(others).toEqual([]);
    expect(comment).toMatchObject({ file: 'main.tf', line, column, lines: { startLine }, block: 'aws_x.a' });
    expect(comment?.text.replaceAll(/^[#/* ]+|[*/ ]+$/g, '')).toBe('tollgate:ignore a');
  });

  it('are about nothing when they stand alone, and say so by their own lines', () => {
    const text = '# tollgate:ignore a\n\nresource "aws_x" "a" {}\nlocals {\n  # tollgate:ignore b\n  c = 1\n}\n';
    expect(commentsOf({ 'main.tf': text })).toMatchObject([
      { line: 1, lines: { startLine: 1, endLine: 1, endColumn: 20 } },
      { line: 5, lines: { startLine: 5, startColumn: 3 } },
    ]);
    expect(commentsOf({ 'main.tf': text })[0]).not.toHaveProperty('block');
  });

  it('are read in files beside those of resources, and told apart by providers', () => {
    const comments = commentsOf({
      'a/main.tf': 'resource "aws_x" "a" {}\n',
      'main.tf': 'module "a" {\n  source = "./a"\n}\n',
      'providers.tf':
        '# tollgate:ignore a\nprovider "aws" {}\nprovider "aws" { # tollgate:ignore b\n  alias = "west"\n}\n',
      'a/vars.tofu.json': '{"provider": {"aws": {"//": "tollgate:ignore c", "alias": "east"}}}',
      'a/notes.txt': '# tollgate:ignore never read',
      'b/main.tf': '# tollgate:ignore never read',
    });
    expect(comments).toMatchObject([
      { file: 'a/vars.tofu.json', block: 'provider.aws.east' },
      { file: 'providers.tf', block: 'provider.aws', lines: { startLine: 2 } },
      { file: 'providers.tf', block: 'provider.aws.west', lines: { startLine: 3 } },
    ]);
    expect(comments).toHaveLength(3);
  });

  it('are read through module calls, where they are about all that is in the module', () => {
    const comments = commentsOf({
      'main.tf': '# tollgate:ignore all\nmodule "m" {\n  source = "./m"\n}\n',
      'm/main.tf': 'resource "aws_x" "a" {} # tollgate:ignore one\n',
      'other/main.tf': '# tollgate:ignore never read\nresource "aws_x" "a" {}\n',
    });
    expect(comments).toMatchObject([
      { file: 'm/main.tf', block: 'aws_x.a', lines: { file: 'm/main.tf', startLine: 1 } },
      { file: 'main.tf', block: 'module.m', lines: { file: 'main.tf', startLine: 2, endLine: 4 } },
    ]);
  });

  it('have the lines that subjects are defined by', () => {
    const tree = memoryTree({ 'main.tf': '\n# tollgate:ignore a\ndata "aws_x" "a" {\n}\n' });
    const views = resourceViews({ kind: 'configuration', evaluation: evaluateModule(tree) });
    const [comment] = inlineComments(tree, views);
    const { callers, ...source } = views[0]?.source ?? expect.fail('a resource with a place');
    expect(callers).toEqual([]);
    expect(comment?.lines).toEqual(source);
    expect(comment?.block).toBe('data.aws_x.a');
  });

  it('are properties in the JSON syntax', () => {
    const resource = (name: string, comment: string) =>
      `    "${name}": {\n      "//": ${comment},\n      "size": 1\n    }`;
    const text = `{"resource": {"aws_x": {\n${resource('a', '"tollgate:ignore a"')},\n${resource('b', '["why", "tollgate:ignore b"]')}\n}}}\n`;
    expect(commentsOf({ 'main.tf.json': text })).toMatchObject([
      { text: 'tollgate:ignore a', line: 3, column: 14, block: 'aws_x.a', lines: { startLine: 2, endLine: 5 } },
      { text: 'tollgate:ignore b', line: 7, column: 22, block: 'aws_x.b', lines: { startLine: 6, endLine: 9 } },
    ]);
  });

  it('are no others', () => {
    const text =
      '# a comment\nresource "aws_x" "a" {\n  b = "# tollgate:ignore a"\n  c = <<EOT\n# tollgate:ignore b\nEOT\n}\n';
    expect(commentsOf({ 'main.tf': text })).toEqual([]);
  });
});
