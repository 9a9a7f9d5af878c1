// Keeps the worst of many differences, and counts them all.

/** A value that differs, or a row or column that only one of the tables has. */
export interface Difference {
  /** The row's keys, joined by spaces; empty for a column. */
  readonly row: string;
  readonly kind: 'changed' | 'missing' | 'extra';
  /** Empty for a row that is missing or extra. */
  readonly column: string;
  /** As the tables have them; empty = none. */
  readonly first: string;
  readonly second: string;
  /** |first - second| by the larger of the two magnitudes; Infinity where that is no number. */
  readonly relative: number;
  /** Chance of a difference as large, were both samples of the same; only in a statistical comparison. */
  readonly probability?: number;
}

/** How two tables compare. */
export interface TableComparison {
  readonly table: string;
  readonly rowCount: number;
  readonly differenceCount: number;
  /** The worst first, then in the order of the tables; at most a thousand. */
  readonly differences: readonly Difference[];
}

/** Chance that a comparison of samples of the same finds a difference in a table at all. */
export const familyError = 0.05;

/** Differences kept of a table. */
const mostKept = 1000;

/** What makes a difference bad: its size beside the number's own, or its size alone. */
export type Badness = 'relative' | 'absolute';

/** Collects differences in bounded memory. */
export class WorstDifferences {
  private readonly badness: Badness;

  constructor(badness: Badness = 'relative') {
    this.badness = badness;
  }

  private kept: Kept[] = [];
  /** The last of those kept when there are as many as may be: what does not come before it is only counted. */
  private last: Kept | undefined;
  private count = 0;

  private readonly probabilities: number[] = [];

  add(difference: Difference): void {
    if (difference.probability !== undefined) this.probabilities.push(difference.probability);
    const added = { difference, order: this.count, size: this.sizeOf(difference) };
    this.count += 1;
    if (this.last && inOrder(added, this.last) > 0) return;
    this.kept.push(added);
    if (this.kept.length > 2 * mostKept) this.trim();
  }

  /**
   * The worst first: by their probability where they have one, then by their size. Of those with a probability only
   * the ones that chance does not explain: at most 5 % over all comparisons together (Bonferroni).
   */
  beyondChance(comparisons: number): { count: number; differences: Difference[] } {
    const limit = familyError / Math.max(1, comparisons);
    this.trim();
    const explained = this.probabilities.filter((probability) => probability > limit).length;
    return {
      count: this.count - explained,
      differences: this.kept
        .map(({ difference }) => difference)
        .filter(({ probability }) => probability === undefined || probability <= limit),
    };
  }

  private sizeOf({ relative, first, second }: Difference): number {
    return this.badness === 'relative' ? relative : Math.abs(Number(first) - Number(second));
  }

  private trim(): void {
    this.kept.sort(inOrder);
    if (this.kept.length < mostKept) return;
    this.kept.length = mostKept;
    this.last = this.kept[mostKept - 1];
  }
}

/** A difference, when it was found, and how bad it is. */
interface Kept {
  readonly difference: Difference;
  readonly order: number;
  readonly size: number;
}

/** Negative when `a` comes before `b`: the less probable, then the larger, then the earlier. */
function inOrder(a: Kept, b: Kept): number {
  const [chanceA, chanceB] = [a.difference.probability ?? 0, b.difference.probability ?? 0];
  if (chanceA !== chanceB) return chanceA < chanceB ? -1 : 1;
  if (a.size !== b.size) return a.size > b.size ? -1 : 1;
  return a.order - b.order;
}
