import type { JsonObject } from '@tollgate/terraform';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare, estimatedRoot } from '../../test/compare.ts';
import { compareEstimates } from './compare-estimates.ts';
import type { EstimatedRoot } from './estimated-root.ts';

/** A resource: its block, its module, its size. */
interface Volume {
  readonly module: string;
  readonly name: string;
  readonly size: number;
}

const names = fc.constantFrom('a', 'b', 'c', 'd', 'e');
const modules = fc.constantFrom('', 'm', 'n');
const address = fc.record({ module: modules, name: names });
const prices = 'aws.ebs.volume-gp3 0.1';

/** Volumes at addresses of their own, each with other addresses after the change. */
const refactoring = fc
  .uniqueArray(address, { selector: ({ module, name }) => `${module}.${name}`, minLength: 1, maxLength: 8 })
  .chain((before) =>
    fc.record({
      before: fc.constant(before),
      after: fc.uniqueArray(address, {
        selector: ({ module, name }) => `${module}.${name}`,
        minLength: before.length,
        maxLength: before.length,
      }),
      sizes: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: before.length, maxLength: before.length }),
    }),
  );

function configurationOf(volumes: readonly Volume[]) {
  const block = ({ name, size }: Volume) =>
    `resource "aws_ebs_volume" "${name}" {\n  type = "gp3"\n  size = ${size}\n  tags = { Name = "${name}" }\n}\n`;
  const files = Object.entries(Object.groupBy(volumes, ({ module }) => module)).map(
    ([module, all = []]) => [module, all.map(block).join('')] as const,
  );
  const called = files.filter(([module]) => module !== '');
  const calls = called.map(([module]) => `module "${module}" {\n  source = "./${module}"\n}\n`);
  const own = files.find(([module]) => module === '')?.[1] ?? '';
  return {
    text: [own, ...calls].join(''),
    modules: Object.fromEntries(called.map(([module, text]) => [`${module}/main.tf`, text])),
  };
}

describe('any refactoring of addresses', () => {
  it('changes nothing in the sum, and finds each resource once', () => {
    fc.assert(
      fc.property(refactoring, ({ before, after, sizes }) => {
        const [then, now] = [before, after].map((all) =>
          configurationOf(all.map((each, index) => ({ ...each, size: sizes[index] ?? 1 }))),
        );
        const change = compare(then?.text ?? '', now?.text ?? '', {
          prices,
          modules: now?.modules ?? {},
          before: { modules: then?.modules ?? {} },
        });
        const addresses = change.resources.flatMap((each) => (each.change === 'removed' ? [] : [each.address]));
        const origins = change.resources.flatMap((each) => {
          if (each.change === 'added') return [];
          return [each.previous?.address ?? each.address];
        });
        expect(change.monthlyDelta).toBe('0');
        expect([new Set(addresses).size, addresses.length]).toEqual([after.length, after.length]);
        expect([new Set(origins).size, origins.length]).toEqual([before.length, before.length]);
      }),
      { seed: 7, numRuns: 60 },
    );
  });
});

describe('5,000 resources of one type', () => {
  const most = 5_000;
  const root = estimatedRoot(configurationOf([{ module: '', name: 'a', size: 1 }]).text, { prices });
  const [volume] = root.resources;
  if (volume === undefined) throw new Error('there is no volume');
  const { view, costed } = volume;

  /** A root module of volumes, each with a name of its own. */
  function rootOf(prefix: string, valuesOf: (index: number) => JsonObject): EstimatedRoot {
    const resources = Array.from({ length: most }, (_, index) => {
      const name = `${prefix}${index}`;
      const address = `aws_ebs_volume.${name}`;
      return {
        view: { ...view, address, name, values: { type: 'gp3', tags: { Name: name }, ...valuesOf(index) } },
        costed: { ...costed, cost: { ...costed.cost, address } },
      };
    });
    return { ...root, resources };
  }

  const common = { iops: 3000, encrypted: true, kms_key_id: 'k' };
  const before = rootOf('a', (index) => ({ ...common, size: index % 500 }));
  it.each<[string, EstimatedRoot, number]>([
    ['are renamed with their tags', rootOf('b', (index) => ({ ...common, size: (index * 7) % 500 })), most],
    ['are others', rootOf('b', (index) => ({ size: 1_000 + index, snapshot_id: `s${index}` })), 0],
  ])('are compared in a second when they %s', (_, after, matched) => {
    // The time of the processor, so that a machine that is busy with other things does not fail it.
    const start = process.threadCpuUsage();
    const { resources } = compareEstimates({ before, after });
    const { user, system } = process.threadCpuUsage(start);
    expect(resources.filter(({ change }) => change.previous?.by === 'content').length).toBe(matched);
    expect((user + system) / 1_000_000).toBeLessThan(1);
  });
});
