import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const schemaOf = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../schema/${name}.json`, import.meta.url), 'utf8'));

describe('the schemas of reports and changes', () => {
  it('say the same of what both have', () => {
    const [report, change] = [schemaOf('cost-report'), schemaOf('cost-change')];
    const shared = Object.keys(report.$defs).filter(
      (name) => name in change.$defs && name !== 'resource' && name !== 'component',
    );
    expect(shared).toEqual(expect.arrayContaining(['decimal', 'decimalOrNull', 'count', 'coverage', 'range']));
    for (const name of shared) expect(change.$defs[name]).toEqual(report.$defs[name]);
    expect(change.$defs.source).toEqual(report.$defs.resource.properties.source);
    expect(change.$defs.status).toEqual(report.$defs.resource.properties.status);
  });
});
