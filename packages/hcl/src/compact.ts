const none: readonly never[] = [];

/**
 * compact copies a list that grew by `push` into one without spare room. V8 keeps room for 16 more items in such a list,
 * which would be half of the memory of a syntax tree, where most lists are short.
 */
export function compact<T>(list: readonly T[]): readonly T[] {
  return list.length === 0 ? none : list.slice();
}
