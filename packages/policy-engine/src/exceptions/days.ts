const msPerDay = 86_400_000;

/** How many days one day is after another, both as `2026-12-20`. */
export function daysBetween(from: string, to: string): number {
  return Math.round((timeOf(to) - timeOf(from)) / msPerDay);
}

/** The day some days after another; before it for a negative number. */
export function daysAfter(day: string, days: number): string {
  return new Date(timeOf(day) + days * msPerDay).toISOString().slice(0, 10);
}

function timeOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}
