// Numbers the rows of a table in the order in which they are first met.

/** The rows met so far. */
export interface RowList<Name> {
  readonly keys: readonly (readonly string[])[];
  /** The row of a name: a new one, with the key that is made for it, when the name was not met before. */
  rowOf(name: Name, makeKey: () => readonly string[]): number;
}

export function createRowList<Name extends string | number>(): RowList<Name> {
  const keys: (readonly string[])[] = [];
  const rows = new Map<Name, number>();
  return {
    keys,
    rowOf(name, makeKey) {
      let row = rows.get(name);
      if (row === undefined) {
        row = keys.push(makeKey()) - 1;
        rows.set(name, row);
      }
      return row;
    },
  };
}
