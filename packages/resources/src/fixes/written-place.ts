import type { Block, BlockSelector, NativeFile, Range, ValuePath } from '@tollgate/hcl';

/** Where a value is written: a file, a block in it (none: the file itself), an argument with steps inside of its value. */
export interface WrittenPlace {
  readonly path: string;
  readonly file: NativeFile;
  readonly block: readonly BlockSelector[];
  readonly value: ValuePath;
  /** What a message points at. */
  readonly range: Range;
}

/** `main.tf:4`. */
export function placeText({ path, file, range }: Pick<WrittenPlace, 'path' | 'file' | 'range'>): string {
  return `${path}:${file.source.lines.lineAt(range.start)}`;
}

/** A place inside of another one. */
export function within(place: WrittenPlace, steps: readonly (string | number)[], range: Range): WrittenPlace {
  const [name, ...inner] = place.value;
  return { ...place, value: [name, ...inner, ...steps], range };
}

/** The header of a block as a reader knows it: `resource "aws_instance" "web"`. */
export function headerText({ type, labels }: Block): string {
  return [type, ...labels.map(({ value }) => JSON.stringify(value))].join(' ');
}
