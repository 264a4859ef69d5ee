import { describe, expect, it } from 'vitest';
import { result } from '../../test/evaluate-text.ts';

describe('ranges of IP addresses', () => {
  it.each([
    ['cidrhost("10.12.112.0/20", 16)', '"10.12.112.16"'],
    ['cidrhost("10.0.0.0/30", -1)', '"10.0.0.3"'],
    ['cidrhost("fd00::/64", 258)', '"fd00::102"'],
    [
      'cidrhost("10.0.0.0/30", 4)',
      'Error in function call: Call to function "cidrhost" failed: prefix of 30 does not accommodate a host numbered 4.',
    ],
    ['cidrnetmask("172.16.0.0/12")', '"255.240.0.0"'],
    [
      'cidrnetmask("fd00::/8")',
      'Error in function call: Call to function "cidrnetmask" failed: IPv6 addresses cannot have a netmask: fd00::/8.',
    ],
    ['cidrsubnet("10.0.0.0/16", 8, 2)', '"10.0.2.0/24"'],
    ['cidrsubnet("fd00:fd12:3456:7890::/56", 16, 162)', '"fd00:fd12:3456:7800:a200::/72"'],
    ['cidrsubnet("10.0.5.7/16", 8, 255)', '"10.0.255.0/24"'],
    [
      'cidrsubnet("10.0.0.0/16", 17, 0)',
      'Error in function call: Call to function "cidrsubnet" failed: insufficient address space to extend prefix of 16 by 17.',
    ],
    [
      'cidrsubnet("10.0.0.0/16", 2, 4)',
      'Error in function call: Call to function "cidrsubnet" failed: prefix extension of 2 does not accommodate a subnet numbered 4.',
    ],
    [
      'cidrsubnet("10.0.0.0/33", 1, 0)',
      'Error in function call: Call to function "cidrsubnet" failed: invalid CIDR expression: invalid CIDR address: 10.0.0.0/33.',
    ],
    ['cidrsubnet("010.001.000.000/16", 8, 1)', '"10.1.1.0/24"'],
    ['cidrsubnets("10.1.0.0/16", 4, 4, 8, 4)', '["10.1.0.0/20","10.1.16.0/20","10.1.32.0/24","10.1.48.0/20"]'],
    ['cidrsubnets("fd00::/32", 16, 32)', '["fd00::/48","fd00:0:1::/64"]'],
    [
      'cidrsubnets("10.0.0.0/24", 1, 1, 1)',
      'Invalid function argument: Invalid value for "newbits" parameter: not enough remaining address space for a subnet with a prefix of 25 bits after 10.0.0.128/25.',
    ],
    [
      'cidrsubnets("10.0.0.0/24", 9)',
      'Invalid function argument: Invalid value for "newbits" parameter: would extend prefix to 33 bits, which is too long for an IPv4 address.',
    ],
    [
      'cidrsubnets("10.0.0.0/8", 33)',
      'Invalid function argument: Invalid value for "newbits" parameter: may not extend prefix by more than 32 bits.',
    ],
    ['cidrhost("::ffff:10.0.0.0/112", 1)', '"0:1::ffff:a00:0"'],
  ])('%s is %s', (expression, expected) => {
    expect(result(expression)).toBe(expected);
  });
});
