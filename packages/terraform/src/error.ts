/** Input of the package that cannot be used. The message is a sentence that names the file, the place in it and the way to mend it. */
export class TerraformError extends Error {
  override readonly name = 'TerraformError';
  /** The file as the caller named it. */
  readonly file: string;

  constructor(file: string, message: string) {
    super(message);
    this.file = file;
  }
}
