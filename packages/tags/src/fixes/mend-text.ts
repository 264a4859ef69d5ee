/**
 * The only one of the usual ways of writing a text otherwise that is right: in lower or upper case, without space around it, with
 * another separator. Null when none is right, or several are, for then nobody but a person can choose.
 */
export function mendText(text: string, isRight: (candidate: string) => boolean): string | null {
  const trimmed = text.trim();
  const candidates = [trimmed, trimmed.toLowerCase(), trimmed.toUpperCase()].flatMap((written) => [
    written,
    ...['-', '_', ''].map((separator) => written.replaceAll(/[\s_-]+/g, separator)),
    ...['-', '_'].map((separator) => written.replaceAll(/[^\p{L}\p{N}]+/gu, separator)),
  ]);
  const right = [...new Set(candidates)].filter(
    (candidate) => candidate !== '' && candidate !== text && isRight(candidate),
  );
  // Of those that are right, one that only differs from the text in case is not one of several by other separators.
  const kept = right.filter((candidate) => candidate.toLowerCase() === trimmed.toLowerCase());
  const [first, ...others] = kept.length > 0 ? kept : right;
  return first !== undefined && others.length === 0 ? first : null;
}
