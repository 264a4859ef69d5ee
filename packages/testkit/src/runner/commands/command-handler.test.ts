import { describe, expect, it } from 'vitest';
import { StageRecorder } from '../steps/stage-recorder.ts';
import { CommandHandler } from './command-handler.ts';
import { SecretMasker } from './masking.ts';

/** Feeds lines to a fresh handler and tells what came of them. */
function handle(lines: string[], options: { debug?: boolean; env?: Record<string, string> } = {}) {
  const masker = new SecretMasker();
  const recorder = new StageRecorder(masker, options.debug ?? false, new Map(), null);
  const set: string[] = [];
  const handler = new CommandHandler(
    {
      recorder,
      masker,
      workspace: '/workspace/infra',
      env: options.env ?? {},
      setVariable: (name, value) => set.push(`${name}=${value}`),
      addPath: (folder) => set.push(`PATH+=${folder}`),
    },
    options.debug ?? false,
  );
  for (const line of lines) handler.line(line);
  const result = recorder.result('success', 'success', 0);
  return {
    log: result.log.split('\n'),
    failed: recorder.failed,
    annotations: result.annotations,
    outputs: result.outputs,
    state: result.state,
    set,
  };
}

describe('the log', () => {
  it.each([
    { name: 'plain output', lines: ['hello'], log: ['hello'] },
    {
      name: 'errors, warnings and notices without their place',
      lines: ['::error file=a.tf,line=1::no', '::warning::hm', '::notice::ok'],
      log: ['##[error]no', '##[warning]hm', '##[notice]ok'],
    },
    { name: 'groups', lines: ['::group::Plan', 'x', '::endgroup::'], log: ['##[group]Plan', 'x', '##[endgroup]'] },
    { name: 'the old form', lines: ['##[group]Plan', '##[warning]hm'], log: ['##[group]Plan', '##[warning]hm'] },
    { name: 'an unknown command as it is', lines: ['::unknown::x'], log: ['::unknown::x'] },
    { name: 'nothing of debug messages', lines: ['::debug::x', 'y'], log: ['y'] },
    { name: 'nothing of an empty message', lines: ['::error::', 'y'], log: ['y'] },
    {
      name: 'commands while echo is on',
      lines: ['::echo::on', '::set-output name=a::1', '::echo::off'],
      log: ['::set-output name=a::1', expect.stringContaining('deprecated'), '::echo::off'],
    },
  ])('shows $name', ({ lines, log }) => {
    expect(handle(lines).log).toEqual(log);
  });

  it('shows debug messages and commands with debug logging on', () => {
    expect(handle(['::debug::one%0Atwo', '::group::g'], { debug: true }).log).toEqual([
      '##[debug]one',
      '##[debug]two',
      '::group::g',
      '##[group]g',
    ]);
  });
});

describe('masks', () => {
  it('hold for everything that follows', () => {
    const { log, annotations } = handle([
      'before hush',
      '::add-mask::hush',
      'after hush',
      '::error title=x::hush here',
    ]);
    expect(log).toEqual(['before hush', 'after ***', '##[error]*** here']);
    expect(annotations).toEqual([{ level: 'error', message: '*** here', title: 'x' }]);
  });

  it('warn when there is nothing to mask', () => {
    expect(handle(['::add-mask:: ']).log).toEqual([expect.stringContaining('##[warning]')]);
  });
});

describe('annotations', () => {
  it('have their place, with files relative to the workspace', () => {
    const { annotations } = handle([
      '::error file=/workspace/infra/modules/a.tf,line=3,col=5,title=Bad%3A tag::no owner',
      '::warning file=/elsewhere/b.tf::outside',
      '::notice file=c.tf,line=2::relative',
    ]);
    expect(annotations).toEqual([
      { level: 'error', message: 'no owner', title: 'Bad: tag', file: 'modules/a.tf', line: 3, col: 5 },
      { level: 'warning', message: 'outside', file: '/elsewhere/b.tf' },
      { level: 'notice', message: 'relative', file: 'c.tf', line: 2 },
    ]);
  });

  it('are cut at 4,096 characters', () => {
    const { annotations, log } = handle([`::error::${'x'.repeat(5000)}`]);
    expect(annotations[0]?.message).toHaveLength(4096);
    expect(log[0]).toHaveLength('##[error]'.length + 4096);
  });

  it('go on in the log when ten of a level are kept', () => {
    const { annotations, log } = handle(Array.from({ length: 12 }, (_, index) => `::error::${index}`));
    expect(annotations).toHaveLength(10);
    expect(log).toHaveLength(12);
  });
});

describe('stop-commands', () => {
  it('leaves everything alone until its token comes back', () => {
    const { log, annotations } = handle(['::stop-commands::TOKEN', '::error::not one', '##[token]', '::error::one']);
    expect(log).toEqual(['::stop-commands::TOKEN', '::error::not one', '##[token]', '##[error]one']);
    expect(annotations).toHaveLength(1);
  });

  it('masks a token of more than six characters', () => {
    expect(handle(['::stop-commands::long-token', 'it is long-token', '::long-token::']).log).toEqual([
      '::stop-commands::long-token',
      'it is ***',
      '::***::',
    ]);
  });

  it.each(['', 'error', 'pause-logging'])('refuses the token "%s"', (token) => {
    const { failed, annotations } = handle([`::stop-commands::${token}`, '::warning::still read']);
    expect(failed).toBe(true);
    expect(annotations.map((annotation) => annotation.level)).toEqual(['error', 'error', 'warning']);
  });
});

describe('commands of the past', () => {
  it('set-output and save-state still work, with a warning', () => {
    const { outputs, state, annotations, failed } = handle(['::set-output name=a::1%0A2', '::save-state name=b::3']);
    expect(outputs).toEqual({ a: '1\n2' });
    expect(state).toEqual({ b: '3' });
    expect(annotations.map((annotation) => annotation.message)).toEqual([
      expect.stringContaining('`set-output` command is deprecated'),
      expect.stringContaining('`save-state` command is deprecated'),
    ]);
    expect(failed).toBe(false);
  });

  it.each(['::set-env name=A::1', '::add-path::/bin', '::set-output::1', '::echo::maybe'])(
    'refuses %s and fails the step',
    (line) => {
      const { failed, set, annotations } = handle([line]);
      expect(failed).toBe(true);
      expect(set).toEqual([]);
      expect(annotations).toContainEqual({
        level: 'error',
        message: `Unable to process command '${line}' successfully.`,
      });
    },
  );

  it('set-env and add-path work again when asked for', () => {
    const env = { ACTIONS_ALLOW_UNSECURE_COMMANDS: 'true' };
    expect(
      handle(['::set-env name=A::1', '::add-path::/bin', '::set-env name=NODE_OPTIONS::-r x'], { env }),
    ).toMatchObject({
      set: ['A=1', 'PATH+=/bin'],
      failed: false,
      annotations: [{ level: 'error', message: expect.stringContaining('NODE_OPTIONS') }],
    });
  });
});
