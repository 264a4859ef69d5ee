/** Files below one root, of which nothing outside is ever read. */
export interface SourceTree {
  /**
   * Bytes of a file by its path from the root, with forward slashes; undefined when there is none inside of the root.
   * @throws TerraformError when the file is larger than is read.
   */
  readFile(path: string): Uint8Array | undefined;
  /** Names in a folder, sorted by code units; undefined when there is no such folder inside of the root. */
  listFolder(path: string): readonly TreeEntry[] | undefined;
  /**
   * Names of links in a folder that lead nowhere inside of the root, sorted by code units. Whoever has to read all of a folder must
   * not go on without what they stand for. A tree without this has no links.
   */
  lostLinks?(path: string): readonly string[];
  /**
   * The hash that git gives to what a file holds; undefined when the path leads to no file. A tree without this does not know the
   * hashes of its files without reading them.
   */
  hashOf?(path: string): string | undefined;
}

/** A name in a folder. A link has the kind of what it leads to; one that leads nowhere inside of the root is not listed. */
export interface TreeEntry {
  readonly name: string;
  readonly kind: 'file' | 'folder';
  /** Set for a link. Who walks a tree does not go through links, which can lead in circles. */
  readonly isLink?: true;
}
