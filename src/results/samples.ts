// Keeps the values of many quantities over all replications; quantities that are always zero take no room.

const rowsPerBlock = 64;

/** A row of values for each quantity, a column for each replication. Starts with zeros. */
export interface Samples {
  readonly replications: number;
  /** Rows by 64; undefined while all of them are zero. */
  readonly blocks: (Float64Array | undefined)[];
}

export function createSamples(rowCount: number, replications: number): Samples {
  return { replications, blocks: new Array(Math.ceil(rowCount / rowsPerBlock)).fill(undefined) };
}

/** Stores the value of a quantity in a replication; NaN = it has none there. */
export function setSample(samples: Samples, row: number, replication: number, value: number): void {
  const { blocks, replications } = samples;
  const at = Math.floor(row / rowsPerBlock);
  let block = blocks[at];
  if (!block) {
    if (value === 0) return;
    block = new Float64Array(rowsPerBlock * replications);
    blocks[at] = block;
  }
  block[(row % rowsPerBlock) * replications + replication] = value;
}

/** Stores the values of all quantities in a replication. */
export function setSamples(samples: Samples, replication: number, values: Float64Array): void {
  const { blocks, replications } = samples;
  for (let at = 0; at < blocks.length; at++) {
    const first = at * rowsPerBlock;
    const end = Math.min(first + rowsPerBlock, values.length);
    for (let row = first; row < end; row++) {
      const value = values[row];
      if (value === 0) continue;
      const block = blocks[at] ?? new Float64Array(rowsPerBlock * replications);
      blocks[at] = block;
      block[(row - first) * replications + replication] = value;
    }
  }
}

/** The values of a quantity over the replications; undefined when all are zero. Not to be written to. */
export function samplesOf(
  { blocks, replications }: Samples,
  row: number,
): Float64Array | undefined {
  const block = blocks[Math.floor(row / rowsPerBlock)];
  if (!block) return undefined;
  const start = (row % rowsPerBlock) * replications;
  const values = block.subarray(start, start + replications);
  return values.some((value) => value !== 0) ? values : undefined;
}
