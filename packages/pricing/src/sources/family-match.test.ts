import { describe, expect, it } from 'vitest';
import { readFamilies } from '../families/rate-family.ts';
import { familyMatch } from './family-match.ts';
import type { ListProduct } from './list-price.ts';
import { isListed } from './price-list.ts';

/** The values that a product has in a family with this `list`; null when it is not of it. */
function match(list: string, product: Partial<ListProduct>, dimensions = '[]') {
  const text = `families: [{ name: aws.x.y, unit: hour, dimensions: ${dimensions}, list: { offer: AmazonX, ${list} } }]`;
  const [family] = readFamilies('x.yaml', text).filter(isListed);
  const any = { id: 'A', offer: 'AmazonX', productFamily: '', usageType: '', attributes: {}, regions: ['eu-west-2'] };
  return family === undefined ? null : familyMatch(family)({ ...any, ...product });
}

describe('familyMatch', () => {
  it.each([
    ['NatGateway-Hours', 'NatGateway-Hours', true],
    ['NatGateway-Hours', 'EU-NatGateway-Hours', true],
    ['NatGateway-Hours', 'EUW2-NatGateway-Hours', true],
    ['NatGateway-Hours', 'USW2-LAX1-NatGateway-Hours', true],
    ['KMS-Keys', 'eu-west-2-KMS-Keys', true],
    ['Keys', 'eu-west-2-KMS-Keys', false],
    ['Keys', 'us-east-1-Keys', false],
    ['Hours', 'NatGateway-Hours', false],
    ['ECS-EC2-Hours', 'EUW2-ECS-EC2-Hours', true],
    ['EC2-Hours', 'ECS-EC2-Hours', false],
  ])('takes the usage type %s for %s: %s', (wanted, usageType, fits) => {
    expect(match(`usageType: ${wanted}`, { usageType }) !== null).toBe(fits);
  });

  it('takes dimensions of attributes and of patterns', () => {
    const list = "usageType: '/CPUCredits:(?<family>.+)/', dimensions: { system: operatingSystem }";
    const product = { usageType: 'EUW2-CPUCredits:t3', attributes: { operatingSystem: 'Linux' } };
    expect(match(list, product, '[system, family]')).toEqual(['Linux', 't3']);
    expect(match(list, { ...product, attributes: {} }, '[system, family]')).toBeNull();
  });

  it.each([
    ['another offer', 'group: A', { offer: 'AmazonY', attributes: { group: 'A' } }],
    ['another family', 'productFamily: Storage', { productFamily: 'Storage Snapshot' }],
    ['another attribute', 'group: A', { attributes: { group: 'AB' } }],
    ['an attribute that it lacks', 'group: A', {}],
    ['hardware of a customer', 'group: A', { attributes: { group: 'A', locationType: 'AWS Outposts' } }],
    ['a reservation', 'group: A', { attributes: { group: 'A', type: 'Reservation' } }],
  ])('leaves out %s', (_, list, product) => {
    expect(match(list, product)).toBeNull();
  });

  it('takes hardware of a customer for a family that asks for it', () => {
    const attributes = { locationType: 'AWS Outposts' };
    expect(match('locationType: AWS Outposts', { attributes })).toEqual([]);
  });
});
