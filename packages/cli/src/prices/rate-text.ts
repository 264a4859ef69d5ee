import { amountText, type FoundPrice, quantityText, unitPriceText } from '@tollgate/pricing';

/** `aws.ec2.instance (instanceType=m5.large)`. */
export function rateText({
  rate,
  dimensions,
}: {
  readonly rate: string;
  readonly dimensions: Readonly<Record<string, string>>;
}): string {
  const given = Object.entries(dimensions).map(([name, value]) => `${name}=${value}`);
  return given.length === 0 ? rate : `${rate} (${given.join(', ')})`;
}

/** `$0.096 per hour`; with tiers `$0.09 per GB, from 10,240 GB $0.085, from 51,200 GB $0.07`. */
export function tiersText({ tiers, unit, currency }: FoundPrice): string {
  const [first, ...rest] = tiers;
  const price = (value: typeof first.price) => unitPriceText(amountText(value), currency);
  const later = rest.map((tier) => `from ${quantityText(amountText(tier.start))} ${unit} ${price(tier.price)}`);
  return [`${price(first.price)} per ${unit}`, ...later].join(', ');
}
