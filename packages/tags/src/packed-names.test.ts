import { describe, expect, it } from 'vitest';
import { packNames, unpackNames } from './packed-names.ts';

describe('packed names', () => {
  it.each([
    ['none', [], ''],
    ['one', ['aws_vpc'], '0aws_vpc'],
    [
      'those that share words',
      ['aws_acm_certificate', 'aws_acm_policy', 'aws_vpc'],
      '0aws_acm_certificate 2policy 1vpc',
    ],
    ['one that goes on where another ends', ['aws_vpc', 'aws_vpc_endpoint'], '0aws_vpc 2endpoint'],
    ['those that share a part of a word', ['aws_iam_role', 'aws_iam_roles'], '0aws_iam_role 2roles'],
    ['one that another goes on from, in any order', ['aws_vpc_endpoint', 'aws_vpc'], '0aws_vpc_endpoint 1vpc'],
    ['more than nine words', ['a_b_c_d_e_f_g_h_i_j_k', 'a_b_c_d_e_f_g_h_i_j_l'], '0a_b_c_d_e_f_g_h_i_j_k al'],
  ])('say %s', (_, names, packed) => {
    expect(packNames(names)).toBe(packed);
    expect(unpackNames(packed)).toEqual(names);
  });
});
