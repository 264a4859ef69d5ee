/** Where a client tells what it is doing; the caller decides how it looks. */
export interface Log {
  debug(message: string): void;
  info(message: string): void;
  warn(message: string): void;
}
