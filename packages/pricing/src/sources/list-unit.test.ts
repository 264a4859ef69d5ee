import { describe, expect, it } from 'vitest';
import { amountText } from '../money/amount.ts';
import { readUnit } from './list-unit.ts';

describe('readUnit', () => {
  it.each([
    ['Hrs', '1', 'hour'],
    ['hour', '1', 'hour'],
    ['vCPU-Hours', '1', 'hour'],
    ['InstanceHours', '1', 'hour'],
    ['GB-Mo', '1', 'month'],
    ['GB-month', '1', 'month'],
    ['GiBps-mo', '1', 'month'],
    ['GB', '1', null],
    ['Requests', '1', null],
    ['Quantity', '1', null],
    ['1 Hour', '1', 'hour'],
    ['100 Hours', '100', 'hour'],
    ['1 GB/Month', '1', 'month'],
    ['100 GB/Month', '100', 'month'],
    ['1/Month', '1', 'month'],
    ['10K', '10000', null],
    ['1M', '1000000', null],
    ['10K/Day', '10000', 'day'],
    ['1 GB Second', '1', 'second'],
    ['GiBy.h', '1', 'hour'],
    ['GiBy.mo', '1', 'month'],
    ['h', '1', 'hour'],
    ['1MB', '1', null],
  ])('%s counts %s at once, for a %s', (text, block, period) => {
    const unit = readUnit(text);
    expect([amountText(unit.block), unit.period]).toEqual([block, period]);
  });
});
