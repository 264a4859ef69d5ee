import { describe, expect, it } from 'vitest';
import { result } from '../../test/evaluate-text.ts';
import { memoryFiles } from '../../test/memory-files.ts';
import { stringValue } from '../values/index.ts';
import type { FunctionContext } from './index.ts';

const context: FunctionContext = {
  files: memoryFiles({
    'hello.txt': 'héllo\n',
    'bytes.bin': Uint8Array.of(0xff, 0x00),
    'templates/user.tftpl': 'Hi ${name}!',
    'templates/list.tftpl': '%{ for x in xs ~}\n- ${x}\n%{ endfor ~}\n',
    'templates/nested.tftpl': '${templatefile("templates/user.tftpl", {name = "x"})}',
    'templates/broken.tftpl': '${1 +}',
    'policies/a.json': '{}',
    'policies/b.json': '{}',
    'policies/more/c.json': '{}',
    'policies/more/readme.md': '',
  }),
  workingDirectory: '/srv/infra',
  homeDirectory: '/home/user',
};

describe('files', () => {
  it.each([
    ['file("hello.txt")', '"héllo\\n"'],
    ['file("./templates/../hello.txt")', '"héllo\\n"'],
    ['file("/srv/infra/hello.txt")', '"héllo\\n"'],
    ['filebase64("bytes.bin")', '"/wA="'],
    ['filemd5("bytes.bin")', '"e0e8bfafbb0689563b2fba789c97b3cc"'],
    ['filesha256("hello.txt") == sha256(file("hello.txt"))', 'true'],
    ['fileexists("hello.txt")', 'true'],
    ['fileexists("nope.txt")', 'false'],
    ['basename("a/b.txt")', '"b.txt"'],
    ['dirname("a/b.txt")', '"a"'],
    ['abspath("a/../b")', '"/srv/infra/b"'],
    ['pathexpand("~/x")', '"/home/user/x"'],
    ['fileset(".", "*.txt")', '["hello.txt"]'],
    ['fileset("policies", "**/*.json")', '["a.json","b.json","more/c.json"]'],
    ['fileset("policies", "{a,b}.json")', '["a.json","b.json"]'],
    ['fileset("policies", "[^a]*")', '["b.json"]'],
    ['fileset("policies", "more/?eadme.md")', '["more/readme.md"]'],
    ['fileset("nope", "*")', '[]'],
  ])('%s is %s', (expression, expected) => {
    expect(result(expression, {}, context)).toBe(expected);
  });

  it.each([
    ['file("nope.txt")', 'Invalid function argument: Invalid value for "path" parameter: no file exists at "nope.txt"'],
    ['file("policies")', 'Invalid function argument: Invalid value for "path" parameter: failed to read file'],
    [
      'file("bytes.bin")',
      'Error in function call: Call to function "file" failed: contents of "bytes.bin" are not valid',
    ],
    [
      'fileexists("policies")',
      'Error in function call: Call to function "fileexists" failed: "policies" is a directory',
    ],
    ['filemd5("nope.txt")', 'Error in function call: Call to function "filemd5" failed: open nope.txt'],
    ['fileset(".", "[")', 'Error in function call: Call to function "fileset" failed: failed to glob pattern "["'],
    ['pathexpand("~root/x")', 'Error in function call: Call to function "pathexpand" failed: cannot expand'],
  ])('%s is an error', (expression, expected) => {
    expect(result(expression, {}, context)).toContain(expected);
  });

  it.each([
    ['file("../secret.txt")', 'unknown string'],
    ['file("/etc/passwd")', 'unknown string'],
    ['file("~/.ssh/id_rsa")', 'unknown string'],
    ['fileexists("a/../../secret.txt")', 'unknown bool'],
    ['fileset("..", "*")', 'unknown set(string)'],
    ['templatefile("../x.tftpl", {})', 'unknown dynamic'],
  ])('what is outside of the root is never read: %s is %s', (expression, expected) => {
    const guarded = {
      ...context,
      files: {
        readFile: (path: string) => (path.startsWith('..') || path.startsWith('/') ? expect.fail(path) : undefined),
        listDirectory: (path: string) => (path.startsWith('..') || path.startsWith('/') ? expect.fail(path) : []),
      },
    };
    expect(result(expression, {}, guarded)).toBe(expected);
  });

  it('without files at hand everything about them is unknown', () => {
    expect(result('[file("a"), fileexists("a"), abspath("a"), pathexpand("~")]')).toBe(
      '[unknown string,unknown bool,unknown string,unknown string]',
    );
  });
});

describe('templates', () => {
  it.each([
    ['templatefile("templates/user.tftpl", {name = "Ann"})', '"Hi Ann!"'],
    ['templatefile("templates/list.tftpl", {xs = ["a", "b"]})', '"- a\\n- b\\n"'],
    ['templatefile("templates/user.tftpl", {name = secret})', 'secret("Hi s3cret!")'],
    ['templatefile("templates/user.tftpl", {name = unknown_text})', 'unknown string'],
    ['startswith(templatefile("templates/user.tftpl", {name = unknown_text}), "Hi ")', 'true'],
    ['templatestring(template, {name = "Ann"})', '"Dear Ann"'],
  ])('%s is %s', (expression, expected) => {
    expect(result(expression, { template: stringValue('Dear ${name}') }, context)).toBe(expected);
  });

  it.each([
    [
      'templatefile("templates/user.tftpl", {})',
      'vars map does not contain key "name", referenced at templates/user.tftpl:1,6-10',
    ],
    [
      'templatefile("templates/user.tftpl", {name = []})',
      'templates/user.tftpl:1,6-10: Invalid template interpolation value',
    ],
    [
      'templatefile("templates/nested.tftpl", {})',
      'cannot recursively call templatefile from inside another template function',
    ],
    ['templatefile("templates/broken.tftpl", {})', 'templates/broken.tftpl:1,6-7: Invalid expression'],
    ['templatefile("templates/user.tftpl", {"a b" = 1})', 'invalid template variable name "a b"'],
    ['templatefile("templates/user.tftpl", "x")', 'invalid vars value: must be a map'],
    ['templatestring("Hi", {})', 'invalid template expression'],
    [
      'templatestring(broken, {})',
      'Invalid value for "template" parameter: invalid template: <templatestring argument>:1,',
    ],
    ['templatestring(reading, {})', 'cannot use filesystem access functions like file in templatestring templates'],
    ['templatestring(nested, {})', 'cannot recursively call templatestring from inside another template function'],
  ])('%s is an error', (expression, expected) => {
    const names = {
      broken: stringValue('${'),
      reading: stringValue('${file("hello.txt")}'),
      nested: stringValue('${[for x in ["a"]: templatestring(x, {})][0]}'),
    };
    expect(result(expression, names, context)).toContain(expected);
  });
});
