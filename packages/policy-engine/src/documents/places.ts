/** A way into a document: keys and positions. */
export type Path = readonly (string | number)[];

/** Line and column, from 1. */
export interface LineColumn {
  readonly line: number;
  readonly column: number;
}

/** Where the parts of a document stand in its file. */
export interface Places {
  readonly file: string;
  /** The place of a value, or of the nearest one around it that is there. */
  at(path: Path): LineColumn;
  /** The place of a key, or of the value when it has none. */
  keyAt(path: Path): LineColumn;
  /** The place in the file of a line and column of a text, which may be quoted or a block of several lines. */
  within(path: Path, line: number, column: number): LineColumn;
}

/** A document with its places. */
export interface Located<Document> {
  readonly document: Document;
  readonly places: Places;
}
