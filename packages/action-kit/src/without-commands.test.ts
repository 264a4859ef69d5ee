import { describe, expect, it } from 'vitest';
import { withoutCommands } from './without-commands.ts';

describe('text for the job log', () => {
  it.each([
    '::error::owned',
    '  ::add-mask::a',
    '\t::set-output name=x::y',
    'fine\n::stop-commands::token',
    '\u00a0::error::owned',
    '\r::error::owned',
    'text ##[error]owned',
    '##[add-mask]a ##[group]b',
    '::::error::owned',
  ])('holds no command: %j', (text) => {
    const harmless = withoutCommands(text);
    // What the runner looks for, after it has trimmed the line.
    for (const line of harmless.split(/[\r\n]/)) expect(line.trimStart()).not.toMatch(/^::/);
    expect(harmless).not.toContain('##[');
    expect(harmless.replaceAll('\u200b', '')).toBe(text);
  });

  it.each(['module.a::b', 'a :: b', '# [x]', 'plain'])('is left alone otherwise: %j', (text) => {
    expect(withoutCommands(text)).toBe(text);
  });
});
