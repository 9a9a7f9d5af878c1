// Small builders of the typed arrays that the engine reads.

/** Start array of groups with the given sizes: [0, s0, s0 + s1, …]. */
export function startsOf(sizes: readonly number[]): Int32Array {
  const starts = new Int32Array(sizes.length + 1);
  sizes.forEach((size, index) => {
    starts[index + 1] = starts[index] + size;
  });
  return starts;
}

/** Start array and members of lists laid end to end. */
export function compressRows(rows: readonly (readonly number[])[]): {
  starts: Int32Array;
  members: Int32Array;
} {
  return { starts: startsOf(rows.map((row) => row.length)), members: Int32Array.from(rows.flat()) };
}

/** For each of `groupCount` groups, the items that belong to it: the inverse of `groupOf`. */
export function itemsByGroup(groupOf: ArrayLike<number>, groupCount: number): number[][] {
  const items: number[][] = Array.from({ length: groupCount }, () => []);
  for (let item = 0; item < groupOf.length; item++) items[groupOf[item]].push(item);
  return items;
}
