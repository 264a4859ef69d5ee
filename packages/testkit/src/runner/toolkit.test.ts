import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runAction } from './index.ts';

const actions = join(import.meta.dirname, '../../test/actions');

describe('@actions/core', () => {
  it('and the harness understand each other', async () => {
    const result = await runAction({ action: join(actions, 'toolkit'), inputs: { list: 'one\n two \n\n' } });
    expect(result.log.split('\n')).toEqual(
      expect.arrayContaining([
        'text [padded] list ["one","two"]',
        'yes true secret ***',
        '##[group]a group',
        'inside',
        '##[endgroup]',
        'exported here: true',
        'kept "multi\\nline"',
      ]),
    );
    expect(result).toMatchObject({
      conclusion: 'failure',
      exitCode: 1,
      outputs: { lines: 'first\nsecond %0A ::error::not a command\n', object: '{"a":[1,"x"]}' },
      state: { kept: 'multi\nline' },
      env: { EXPORTED: 'several\nlines' },
      path: ['/opt/toolkit/bin'],
      summary: '<h1>Report</h1>\ntoken ***\n',
      faults: [],
      annotations: [
        {
          level: 'error',
          message: 'broken: 50%, really',
          title: 'A, title: with %',
          file: 'infra/main.tf',
          line: 3,
          endLine: 3,
          col: 5,
          endColumn: 9,
        },
        { level: 'warning', message: 'two\nlines' },
        { level: 'notice', message: 'plain' },
        { level: 'error', message: 'the end' },
      ],
    });
    expect(result.log).not.toContain('only when asked for');
  });

  it('writes debug messages when debug logging is on', async () => {
    const { log } = await runAction({ action: join(actions, 'toolkit'), debug: true });
    expect(log).toContain('##[debug]only when asked for');
  });
});
