import { type Amount, amount } from '../money/amount.ts';
import { monthHours } from './running-hours.ts';
import type { WrittenSchedule } from './written-settings.ts';

const minutesOfDay = 24 * 60;
const hoursOfWeek = 7 * 24;

/**
 * The hours a month of what runs in a week: its share of the hours of a week, of 730. A time that is not after the beginning is on
 * the next day.
 */
export function weeklyHours({ days, from, to }: NonNullable<WrittenSchedule['running']>): Amount {
  const length = minutesOf(to) - minutesOf(from);
  const minutes = length > 0 ? length : length + minutesOfDay;
  return amount(minutes)
    .times(days.length)
    .times(monthHours)
    .div(60 * hoursOfWeek);
}

function minutesOf(time: string): number {
  const [hours = '', minutes = ''] = time.split(':');
  return Number(hours) * 60 + Number(minutes);
}
