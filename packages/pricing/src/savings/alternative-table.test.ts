import { describe, expect, it } from 'vitest';
import { files } from '../../test/estimate.ts';
import { factsOf } from '../facts/table.ts';
import { alternativeTable, alternativeTables } from './alternative-table.ts';

const facts = factsOf(files);

describe('alternativeTable', () => {
  it('is there for every file of the facts', () => {
    expect(alternativeTables.map((name) => `${name}.tsv`)).toEqual(files.list?.('facts/alternatives'));
  });

  it.each([
    ['graviton', 'm5.large', 'm6g.large', 'the same size of another family'],
    ['graviton', 'm5d.large', 'm6gd.large', 'a family with disks of its own'],
    ['graviton', 'db.r6i.2xlarge', 'db.r7g.2xlarge', 'a class of databases'],
    ['graviton', 'cache.t3.micro', 'cache.t4g.micro', 'a type of cache nodes'],
    ['graviton', 'r5.large.search', 'r6g.large.search', 'a type of search nodes'],
    ['graviton', 'r5.large.elasticsearch', 'r6g.large.elasticsearch', 'a type of search nodes by its old name'],
    ['graviton', 'kafka.m5.large', 'kafka.m7g.large', 'a type of brokers'],
    ['graviton', 'm5.24xlarge', undefined, 'a size that the other family does not have'],
    ['graviton', 'm5.metal', undefined, 'a size that is smaller in the other family'],
    ['graviton', 'c4.8xlarge', undefined, 'a size with fewer vCPUs in the other family'],
    ['previous-generation', 'c4.8xlarge', undefined, 'a size with fewer vCPUs in the newer family'],
    ['graviton', 'm7g.large', undefined, 'a type with Graviton'],
    ['graviton', 'g5.xlarge', undefined, 'a family that nothing stands for'],
    ['graviton', 'c5.large', 'c6g.large', 'a family for instances'],
    ['graviton', 'db.c5.large', undefined, 'a family that is not offered for databases'],
    ['graviton', 'family.large', undefined, 'the name of a column'],
    ['graviton', '', undefined, 'nothing'],
    ['previous-generation', 'm4.xlarge', 'm6i.xlarge', 'a family of a previous generation'],
    ['previous-generation', 'm4.10xlarge', undefined, 'a size that only the old family has'],
    ['previous-generation', 'm6i.large', undefined, 'a family of this generation'],
    ['eks-arm-image', 'AL2_x86_64', 'AL2_ARM_64', 'a whole value'],
    ['eks-arm-image', 'CUSTOM', undefined, 'a value that is not there'],
  ])('%s: %s → %s, %s', (table, value, alternative, _) => {
    expect(alternativeTable(facts, table)(value)).toBe(alternative);
  });
});
