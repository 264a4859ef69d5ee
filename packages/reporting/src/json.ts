/** Writes a result as JSON for machines: two spaces, a line end, the same bytes for the same result. */
export function toJson(result: object): string {
  return `${JSON.stringify(result, null, 2)}\n`;
}
