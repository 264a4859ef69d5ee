import { describe, expect, it } from 'vitest';
import { estimation, files } from '../../test/estimate.ts';
import { factsOf } from '../facts/table.ts';
import { amountText } from '../money/amount.ts';
import { Attributes } from '../resource/attributes.ts';
import { derivations } from './derivations.ts';

/** Computes two values for a resource: a number as text, `included` for what need not be bought, `none` for no alternative. */
function derived(type: string, body: string, names: readonly string[]): readonly string[] {
  const [view] = estimation(`resource "${type}" "a" {\n${body}\n}`).views;
  if (view === undefined) throw new Error('there is no resource');
  const notKnown = () => {
    throw new Error('everything is known');
  };
  const reading = { prefix: '', choose: notKnown, assume: () => {}, possibleValues: () => null, target: () => null };
  return names.map((name) => {
    const value = derivations.get(name)?.(new Attributes(view, [], reading), factsOf(files));
    return value === undefined ? 'none' : value === null ? 'included' : amountText(value);
  });
}

describe('derivations of gp3', () => {
  it.each([
    ['size = 100', 'included', 'included', 'a small gp2 volume is slower'],
    ['size = 333', 'included', 'included', 'burst credits do not count'],
    ['size = 334', 'included', '250', 'from here on gp2 always has its full throughput'],
    ['size = 1000', 'included', '250', '3,000 IOPS are included'],
    ['size = 1001', '3003', '250', 'IOPS of gp2 grow with the size'],
    ['size = 10000', '16000', '250', 'up to 16,000'],
    ['type = "io1"\nsize = 100\niops = 2000', 'included', '500', 'a volume of io1 moves 256 KiB for each IOPS'],
    ['type = "io1"\nsize = 100\niops = 400', 'included', 'included', 'a slow one of io1'],
    ['type = "io1"\nsize = 100\niops = 16000', '16000', '500', 'as many IOPS as gp3 can have'],
    ['type = "io1"\nsize = 400\niops = 20000', 'none', '500', 'more IOPS than gp3 can have'],
  ])('of a volume with %j: %s IOPS, %s MiB/s, since %s', (body, iops, throughput) => {
    expect(derived('aws_ebs_volume', body, ['gp3-iops', 'gp3-throughput'])).toEqual([iops, throughput]);
  });

  it.each([
    ['engine = "mysql"', 100, 'gp2', 'included', 'included', 'small storage is slower'],
    ['engine = "mysql"', 350, 'gp2', 'included', 'none', 'more throughput is sold only for striped storage'],
    ['engine = "mysql"', 400, 'gp2', 'included', 'included', 'striped storage includes 500 MiB/s'],
    ['engine = "mysql"', 1336, 'gp2', 'included', '1000', 'four full volumes'],
    ['engine = "mysql"', 5000, 'gp2', '15000', '1000', '12,000 IOPS are included when striped'],
    ['engine = "sqlserver-se"', 2000, 'gp2', '6000', '250', 'SQL Server does not stripe'],
    ['engine = "postgres"\niops = 3000', 100, 'io1', 'included', 'none', 'io1 is faster than small gp3 storage'],
    ['engine = "postgres"\niops = 10000', 400, 'io1', 'included', 'included', 'striped storage includes 12,000 IOPS'],
    ['engine = "postgres"\niops = 20000', 400, 'io1', '20000', 'included', 'more than included'],
  ])('of a database with %j, %i GB and %s: %s IOPS, %s MiB/s, since %s', (body, size, type, iops, throughput) => {
    const all = `${body}\nallocated_storage = ${size}\nstorage_type = "${type}"\ninstance_class = "db.m6i.large"`;
    expect(derived('aws_db_instance', all, ['rds-gp3-iops', 'rds-gp3-throughput'])).toEqual([iops, throughput]);
  });
});
