// cargoflow compare: the tables of two results folders against each other.

import { type ComparisonFormat, formatComparison, isEqual } from '../../compare/formats.ts';
import { type CompareLimits, compareFolders } from '../compare-folders.ts';
import { exitCodes } from '../exit-codes.ts';
import { sayError } from '../terminal.ts';

export interface CompareOptions extends CompareLimits {
  readonly format: ComparisonFormat;
}

/** @returns the exit code: done when nothing differs, failed when something does, bad input when that cannot be told */
export async function compare(
  first: string,
  second: string,
  options: CompareOptions,
): Promise<number> {
  try {
    const comparison = await compareFolders(first, second, options);
    process.stdout.write(formatComparison(comparison, options.format));
    return isEqual(comparison) ? exitCodes.done : exitCodes.failed;
  } catch (error) {
    sayError((error as Error).message);
    return exitCodes.badInput;
  }
}
