import { expect, it } from 'vitest';
import { isDay, isTime } from './day.ts';

it.each([
  { text: '2026-12-31', is: true },
  { text: '2028-02-29', is: true },
  { text: '2000-02-29', is: true },
  { text: '2100-02-29', is: false },
  { text: '2026-02-29', is: false },
  { text: '2026-04-31', is: false },
  { text: '2026-00-10', is: false },
  { text: '2026-13-01', is: false },
  { text: '2026-01-00', is: false },
  { text: '2026-1-1', is: false },
  { text: '2026-01-01T00:00:00Z', is: false },
])('$text is a day: $is', ({ text, is }) => {
  expect(isDay(text)).toBe(is);
});

it.each([
  { text: '2026-12-31T23:59:60Z', is: true },
  { text: '2026-12-31t23:59:00.123456789z', is: true },
  { text: '2026-12-31T23:59:00-08:30', is: true },
  { text: '2026-02-30T23:59:00Z', is: false },
  { text: '2026-12-31T24:00:00Z', is: false },
  { text: '2026-12-31T23:60:00Z', is: false },
  { text: '2026-12-31T23:59:00+24:00', is: false },
  { text: '2026-12-31 23:59:00Z', is: false },
  { text: '2026-12-31T23:59:00', is: false },
])('$text is a time: $is', ({ text, is }) => {
  expect(isTime(text)).toBe(is);
});
