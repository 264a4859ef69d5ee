/** Runs tasks one after the other, in the order in which they are given. */
export type Serial = <T>(task: () => Promise<T>) => Promise<T>;

export function createSerial(): Serial {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const result = last.then(task);
    // A task that fails must not stop those behind it; its caller gets the error.
    last = result.catch(() => {});
    return result;
  };
}
