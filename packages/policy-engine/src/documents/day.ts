/** Whether a text is a day that exists, written as `2026-12-20`. */
export function isDay(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)?.map(Number) ?? [];
  if (year === undefined || month === undefined || day === undefined) return false;
  return month >= 1 && month <= 12 && day >= 1 && day <= daysOf(year, month);
}

/** Whether a text is a time of RFC 3339 that exists. A leap second is as the second before it. */
export function isTime(text: string): boolean {
  const parts = /^(.{10})[Tt](\d{2}):(\d{2}):(\d{2})(?:\.\d{1,9})?(?:[Zz]|[+-](\d{2}):(\d{2}))$/.exec(text);
  if (parts === null || !isDay(parts[1] ?? '')) return false;
  const [hours = 0, minutes = 0, seconds = 0, offsetHours = 0, offsetMinutes = 0] = parts
    .slice(2)
    .map((part) => Number(part ?? 0));
  return hours <= 23 && minutes <= 59 && seconds <= 60 && offsetHours <= 23 && offsetMinutes <= 59;
}

function daysOf(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
