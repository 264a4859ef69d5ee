import { toBigInt } from '../values/number-parts.ts';
import { BOOL, listType, NUMBER, STRING } from '../values/type.ts';
import { boolValue, listValue, stringValue, type Value } from '../values/value.ts';
import { ValueError } from '../values/value-error.ts';
import { integerAt, numberAt, textAt } from './arguments.ts';
import type { FunctionSpec, Parameter } from './function-spec.ts';
import {
  formatAddress,
  formatPrefix,
  type IpAddress,
  type IpPrefix,
  isMapped,
  MAPPED_LENGTH,
  parseAddress,
  parsePrefix,
  prefixOf,
} from './ip-address.ts';

const PREFIX: Parameter = { name: 'prefix', type: STRING };

/** The functions on ranges of IP addresses. */
export const IP_FUNCTIONS: readonly FunctionSpec[] = [
  {
    name: 'cidrhost',
    parameters: [PREFIX, { name: 'hostnum', type: NUMBER }],
    returns: STRING,
    run: (args) => stringValue(formatAddress(hostAddress(prefixAt(args, 0), wholeAt(args, 1)))),
  },
  {
    name: 'cidrnetmask',
    parameters: [PREFIX],
    returns: STRING,
    run: (args) => {
      const { network, length } = prefixAt(args, 0);
      if (network.bits === 128 && !isMapped(network)) {
        throw new ValueError(`IPv6 addresses cannot have a netmask: ${textAt(args, 0)}`);
      }
      const value = (1n << BigInt(network.bits)) - 1n;
      return stringValue(formatAddress(prefixOf({ bits: network.bits, value }, length).network));
    },
  },
  {
    name: 'cidrsubnet',
    parameters: [PREFIX, { name: 'newbits', type: NUMBER }, { name: 'netnum', type: NUMBER }],
    returns: STRING,
    run: (args) => stringValue(formatPrefix(subnet(prefixAt(args, 0), integerAt(args, 1), wholeAt(args, 2)))),
  },
  {
    name: 'cidrsubnets',
    parameters: [PREFIX],
    variadic: { name: 'newbits', type: NUMBER },
    returns: listType(STRING),
    run: (args) =>
      listValue(
        STRING,
        subnets(args).map((prefix) => stringValue(formatPrefix(prefix))),
      ),
  },
];

/** The IP functions that OpenTofu has and Terraform lacks. */
export const OPENTOFU_IP_FUNCTIONS: readonly FunctionSpec[] = [
  {
    name: 'cidrcontains',
    parameters: [
      { name: 'containing_prefix', type: STRING },
      { name: 'contained_ip_or_prefix', type: STRING },
    ],
    returns: BOOL,
    run: (args) => boolValue(contains(prefixAt(args, 0), rangeAt(args, 1))),
  },
];

function prefixAt(args: readonly Value[], index: number): IpPrefix {
  const prefix = parsePrefix(textAt(args, index));
  if (prefix === undefined)
    throw new ValueError(`invalid CIDR expression: invalid CIDR address: ${textAt(args, index)}`);
  return prefix;
}

function rangeAt(args: readonly Value[], index: number): IpPrefix {
  const address = parseAddress(textAt(args, index));
  return address === undefined ? prefixAt(args, index) : { network: address, length: address.bits };
}

function contains(outer: IpPrefix, inner: IpPrefix): boolean {
  if (outer.network.bits !== inner.network.bits)
    throw new ValueError('address family mismatch: IPv4 and IPv6 cannot contain each other');
  return inner.length >= outer.length && prefixOf(inner.network, outer.length).network.value === outer.network.value;
}

function wholeAt(args: readonly Value[], index: number): bigint {
  const whole = toBigInt(numberAt(args, index));
  if (whole === undefined) throw new ValueError('value must be a whole number');
  return whole;
}

const UINT64 = 2n ** 64n;

/**
 * The host of a number within a range; a negative number counts from the end. Here and in subnets, numbers beyond 64 bits
 * and IPv4 addresses written as IPv6 ones are treated as Terraform's own arithmetic treats them, with results that nobody
 * wants but everybody gets.
 */
function hostAddress({ network, length }: IpPrefix, number: bigint): IpAddress {
  const last = (1n << BigInt(network.bits - length)) - 1n;
  const host = number < 0n ? last + number + 1n : number;
  const checked = number < 0n ? -number - 1n : BigInt.asIntN(64, number);
  if (checked > last) throw new ValueError(`prefix of ${length} does not accommodate a host numbered ${host}`);
  return insert(network, host, isMapped(network) ? MAPPED_LENGTH : 0);
}

function insert({ bits, value }: IpAddress, number: bigint, shift: number): IpAddress {
  const combined = value | (number << BigInt(shift));
  const magnitude = combined < 0n ? -combined : combined;
  if (magnitude >> BigInt(bits) !== 0n) throw new ValueError('the number leads beyond the last address');
  return { bits, value: magnitude };
}

/** The subnet of a number within a range. */
function subnet({ network, length }: IpPrefix, newBits: number, number: bigint): IpPrefix {
  const newLength = length + newBits;
  if (newLength > network.bits)
    throw new ValueError(`insufficient address space to extend prefix of ${length} by ${newBits}`);
  if (newLength < 0) throw new ValueError(`a prefix of ${length} cannot be shortened by ${-newBits} bits`);
  const magnitude = number < 0n ? -number : number;
  const largest = newBits < 0 || newBits >= 64 ? UINT64 - 1n : (1n << BigInt(newBits)) - 1n;
  if (magnitude % UINT64 > largest) {
    throw new ValueError(`prefix extension of ${newBits} does not accommodate a subnet numbered ${number}`);
  }
  return { network: insert(network, number, network.bits - newLength), length: newLength };
}

function subnets(args: readonly Value[]): IpPrefix[] {
  let outer: IpPrefix;
  try {
    outer = prefixAt(args, 0);
  } catch (error) {
    if (error instanceof ValueError) throw new ValueError(error.message, { argument: 0 });
    throw error;
  }
  const { network } = outer;
  const allocated: IpPrefix[] = [];
  let next = network.value;
  for (let argument = 1; argument < args.length; argument++) {
    const length = outer.length + extension(args, argument, outer);
    if (isMapped(network)) throw noSpace(length, '<nil>', argument);
    // Terraform starts from the range before the first one, and here there is none.
    if (network.value === 0n) throw noSpace(length, formatPrefix(lastPrefix(network.bits, length)), argument);
    const size = 1n << BigInt(network.bits - length);
    const start = ((next + size - 1n) / size) * size;
    if (start >> BigInt(network.bits - outer.length) !== network.value >> BigInt(network.bits - outer.length)) {
      throw noSpace(length, formatPrefix(allocated.at(-1) ?? outer), argument);
    }
    allocated.push({ network: { bits: network.bits, value: start }, length });
    next = start + size;
  }
  return allocated;
}

function lastPrefix(bits: IpAddress['bits'], length: number): IpPrefix {
  return prefixOf({ bits, value: (1n << BigInt(bits)) - 1n }, length);
}

function noSpace(length: number, previous: string, argument: number): ValueError {
  return new ValueError(
    `not enough remaining address space for a subnet with a prefix of ${length} bits after ${previous}`,
    { argument },
  );
}

const LONGEST_EXTENSION = 32;

function extension(args: readonly Value[], argument: number, { network, length }: IpPrefix): number {
  let bits: number;
  try {
    bits = integerAt(args, argument);
  } catch (error) {
    if (error instanceof ValueError) throw new ValueError(error.message, { argument });
    throw error;
  }
  if (bits < 1) throw new ValueError('must extend prefix by at least one bit', { argument });
  if (bits > LONGEST_EXTENSION) {
    throw new ValueError(`may not extend prefix by more than ${LONGEST_EXTENSION} bits`, { argument });
  }
  if (length + bits > network.bits) {
    const kind = network.bits === 32 ? 'IPv4' : 'IPv6';
    throw new ValueError(`would extend prefix to ${length + bits} bits, which is too long for an ${kind} address`, {
      argument,
    });
  }
  return bits;
}
