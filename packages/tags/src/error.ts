/** Input of the package that cannot be used. The message is a sentence that names the file, what is wrong, and the way to mend it. */
export class TagsError extends Error {
  override readonly name = 'TagsError';
}
