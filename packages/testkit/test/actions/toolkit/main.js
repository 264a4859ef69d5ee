import process from 'node:process';
import * as core from '@actions/core';

core.setSecret(core.getInput('secret'));
core.info(`text [${core.getInput('text')}] list ${JSON.stringify(core.getMultilineInput('list'))}`);
core.info(`yes ${core.getBooleanInput('yes')} secret ${core.getInput('secret')}`);
core.setOutput('lines', 'first\nsecond %0A ::error::not a command\n');
core.setOutput('object', { a: [1, 'x'] });
core.saveState('kept', 'multi\nline');
core.exportVariable('EXPORTED', 'several\nlines');
core.addPath('/opt/toolkit/bin');
await core.group('a group', async () => core.info('inside'));
core.error('broken: 50%, really', {
  title: 'A, title: with %',
  file: 'infra/main.tf',
  startLine: 3,
  endLine: 3,
  startColumn: 5,
  endColumn: 9,
});
core.warning('two\nlines');
core.notice('plain');
core.debug('only when asked for');
await core.summary
  .addHeading('Report')
  .addRaw(`token ${core.getInput('secret')}`, true)
  .write();
process.stdout.write(`exported here: ${process.env.EXPORTED === 'several\nlines'}\n`);
core.setFailed('the end');
