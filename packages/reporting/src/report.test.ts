import { expect, describe as group, it } from 'vitest';
import { sampleReport } from '../test/sample.ts';
import { arrange } from './arrange.ts';
import { toMarkdown } from './markdown.ts';
import { toTerminal } from './terminal.ts';

const placeUrl = (file: string, line: number) => `https://github.com/acme/infra/blob/abc/${file}#L${line}`;

group('a report with every kind of verdict', () => {
  const arranged = arrange(sampleReport());

  it('as Markdown', async () => {
    const markdown = toMarkdown(arranged, { limit: 65_536, placeUrl });
    await expect(markdown).toMatchFileSnapshot('../test/golden/report.md');
  });

  it('as plain text', async () => {
    await expect(toTerminal(arranged, { color: false })).toMatchFileSnapshot('../test/golden/report.txt');
  });

  it('says the same in colour', () => {
    const escapes = new RegExp(`${String.fromCharCode(27)}\\[\\d+m`, 'g');
    const colored = toTerminal(arranged, { color: true });
    expect(colored).toMatch(escapes);
    expect(colored.replaceAll(escapes, '')).toBe(toTerminal(arranged, { color: false }));
  });
});

group('a report where nothing is wrong', () => {
  it('is one line and its sources', () => {
    const report = sampleReport([
      { rule: 'keys', subject: { kind: 'resource', id: 'aws_eip.a' }, outcome: 'pass', message: 'has all' },
    ]);
    const evidence = {
      ...report.evidence,
      headline: 'All 4 resources carry the required tags.',
      sections: [],
      remedies: [],
      unknowns: [],
    };
    const lines = toTerminal(arrange({ decision: { ...report.decision, notices: [] }, evidence }), { color: false });
    expect(lines).toBe(
      'Tags: passed. All 4 resources carry the required tags.\n\n' +
        'policy idle 0.1.0 · policy required-tags 1.0.0 · run 12 (https://github.com/acme/infra/actions/runs/12)\n',
    );
  });
});
