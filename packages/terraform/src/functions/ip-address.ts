/** An IP address as a number, with the number of bits of its kind. */
export interface IpAddress {
  readonly bits: 32 | 128;
  readonly value: bigint;
}

/** A range of addresses: those that begin with the first `length` bits of an address. */
export interface IpPrefix {
  /** The first address. */
  readonly network: IpAddress;
  readonly length: number;
}

/** parsePrefix reads an address range such as `10.0.0.0/8`; undefined when it is none. Bits beyond the prefix are dropped. */
export function parsePrefix(text: string): IpPrefix | undefined {
  const slash = text.indexOf('/');
  if (slash < 0) return undefined;
  const address = parseAddress(text.slice(0, slash));
  const digits = text.slice(slash + 1);
  if (address === undefined || !/^\d{1,3}$/.test(digits)) return undefined;
  const length = Number(digits);
  return length <= address.bits ? prefixOf(address, length) : undefined;
}

/** prefixOf gives the range of a given length that an address is in. */
export function prefixOf({ bits, value }: IpAddress, length: number): IpPrefix {
  const hostBits = BigInt(bits - length);
  return { network: { bits, value: (value >> hostBits) << hostBits }, length };
}

/** parseAddress reads an address of either kind. Decimal parts may have leading zeros, which mean nothing. */
export function parseAddress(text: string): IpAddress | undefined {
  const value = text.includes(':') ? parseIpv6(text) : parseIpv4(text);
  return value === undefined ? undefined : { bits: text.includes(':') ? 128 : 32, value };
}

function parseIpv4(text: string): bigint | undefined {
  const parts = text.split('.');
  if (parts.length !== 4) return undefined;
  let value = 0n;
  for (const part of parts) {
    if (!/^\d+$/.test(part) || Number(part) > 255) return undefined;
    value = (value << 8n) | BigInt(part);
  }
  return value;
}

function parseIpv6(text: string): bigint | undefined {
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const [head, tail] = halves.map(parseGroups);
  if (head === undefined || (halves.length === 2 && tail === undefined)) return undefined;
  const missing = 8 - head.length - (tail?.length ?? 0);
  if (halves.length === 1 ? missing !== 0 : missing < 1) return undefined;
  const groups = [...head, ...Array.from({ length: missing }, () => 0), ...(tail ?? [])];
  return groups.reduce((value, group) => (value << 16n) | BigInt(group), 0n);
}

/** The 16-bit groups of a part of an address; the last 32 bits may be written as an IPv4 address. */
function parseGroups(text: string, index: number): number[] | undefined {
  if (text === '') return index === 0 || index === 1 ? [] : undefined;
  const groups: number[] = [];
  const parts = text.split(':');
  for (const [position, part] of parts.entries()) {
    if (part.includes('.') && position === parts.length - 1) {
      const value = parseIpv4(part);
      if (value === undefined) return undefined;
      groups.push(Number(value >> 16n), Number(value & 0xffffn));
    } else {
      if (!/^[0-9a-fA-F]{1,4}$/.test(part)) return undefined;
      groups.push(Number.parseInt(part, 16));
    }
  }
  return groups;
}

/** formatAddress writes an address in its shortest form. */
export function formatAddress(address: IpAddress): string {
  const { bits, value } = address;
  if (bits === 32) return formatIpv4(value);
  if (isMapped(address)) return formatIpv4(value & 0xffffffffn);
  const groups = Array.from({ length: 8 }, (_, index) => Number((value >> BigInt(112 - 16 * index)) & 0xffffn));
  const zeros = longestZeros(groups);
  const text = (part: readonly number[]) => part.map((group) => group.toString(16)).join(':');
  if (zeros === undefined) return text(groups);
  return `${text(groups.slice(0, zeros.start))}::${text(groups.slice(zeros.end))}`;
}

function formatIpv4(value: bigint): string {
  return [24n, 16n, 8n, 0n].map((shift) => (value >> shift) & 0xffn).join('.');
}

/** The first of the longest runs of at least two zeros. */
function longestZeros(groups: readonly number[]): { start: number; end: number } | undefined {
  let longest: { start: number; end: number } | undefined;
  for (let start = 0; start < groups.length; start++) {
    let end = start;
    while (end < groups.length && groups[end] === 0) end++;
    if (end - start >= 2 && end - start > (longest ? longest.end - longest.start : 0)) longest = { start, end };
    start = Math.max(start, end);
  }
  return longest;
}

/** formatPrefix writes an address range. */
export function formatPrefix({ network, length }: IpPrefix): string {
  return `${formatAddress(network)}/${isMapped(network) ? Math.max(length - MAPPED_LENGTH, 0) : length}`;
}

/** How many bits of an IPv6 address say that the rest is an IPv4 address. */
export const MAPPED_LENGTH = 96;

/** isMapped tells whether an IPv6 address stands for an IPv4 address: `::ffff:10.0.0.1`. */
export function isMapped({ bits, value }: IpAddress): boolean {
  return bits === 128 && value >> 32n === 0xffffn;
}
