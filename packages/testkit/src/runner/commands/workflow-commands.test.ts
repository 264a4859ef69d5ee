import { describe, expect, it } from 'vitest';
import { COMMAND_NAMES, parseCommand } from './workflow-commands.ts';

// Expected values follow actions/runner src/Runner.Common/ActionCommand.cs.
describe('parseCommand', () => {
  const cases: { line: string; name: string; properties?: Record<string, string>; data: string }[] = [
    { line: '::error::broken', name: 'error', data: 'broken' },
    { line: '   ::error::indented', name: 'error', data: 'indented' },
    { line: '::ERROR::any case', name: 'error', data: 'any case' },
    {
      line: '::warning file=a.tf,line=3,endLine=4::text',
      name: 'warning',
      properties: { file: 'a.tf', line: '3', endline: '4' },
      data: 'text',
    },
    { line: '::error title=a%2Cb%3Ac%25%0Ad::x', name: 'error', properties: { title: 'a,b:c%\nd' }, data: 'x' },
    { line: '::error::50%25 %0D%0A %3A %2C', name: 'error', data: '50% \r\n %3A %2C' },
    { line: '::error::%250A', name: 'error', data: '%0A' },
    { line: '::error title=a=b::x', name: 'error', properties: { title: 'a=b' }, data: 'x' },
    { line: '::error title=,file=::x', name: 'error', properties: {}, data: 'x' },
    { line: '::error file=a, line=3::x', name: 'error', properties: { file: 'a', ' line': '3' }, data: 'x' },
    { line: '::error::a::b', name: 'error', data: 'a::b' },
    { line: '::debug::', name: 'debug', data: '' },
    { line: '##[warning]old form', name: 'warning', data: 'old form' },
    { line: '12:00 ##[error]anywhere in the line', name: 'error', data: 'anywhere in the line' },
    {
      line: '##[error file=a.tf;line=3]x%5D%3By',
      name: 'error',
      properties: { file: 'a.tf', line: '3' },
      data: 'x];y',
    },
  ];
  it.each(cases)('reads $line', ({ line, name, properties = {}, data }) => {
    const command = parseCommand(line, COMMAND_NAMES);
    expect(command && { ...command, properties: Object.fromEntries(command.properties) }).toEqual({
      name,
      properties,
      data,
    });
  });

  it.each([
    { line: '::unknown::text', why: 'not a command of the runner' },
    { line: 'text ::error::text', why: 'the new form must begin the line' },
    { line: '::error text', why: 'no second pair of colons' },
    { line: ':: error::text', why: 'a blank before the name' },
    { line: '##[error text', why: 'no closing bracket' },
    { line: '', why: 'empty' },
  ])('takes "$line" as plain output: $why', ({ line }) => {
    expect(parseCommand(line, COMMAND_NAMES)).toBeNull();
  });
});
