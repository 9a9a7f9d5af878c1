// Finds the valid name that a mistyped one was probably meant to be.

/** The candidate nearest to the text, the first of several; undefined when none is near. */
export function nearest(text: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor(text.length / 2)) + 0.5;
  for (const candidate of candidates) {
    const distance = editDistance(text, candidate);
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** `nearest: "SUZ-PSA"`, or an empty text. */
export function nearestHint(text: string, candidates: Iterable<string>): string {
  const candidate = nearest(text, candidates);
  return candidate === undefined ? '' : `nearest: "${candidate}"`;
}

/**
 * Levenshtein distance with swaps: the fewest letters to insert, delete or replace, or neighbours to
 * swap. A letter in the wrong case counts half.
 */
export function editDistance(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, column) => column)];
  for (let row = 1; row <= a.length; row++) {
    const above = rows[row - 1];
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const replaced = above[column - 1] + letterDistance(a[row - 1], b[column - 1]);
      const isSwap = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      const swapped = isSwap ? rows[row - 2][column - 2] + 1 : Infinity;
      current.push(Math.min(replaced, swapped, above[column] + 1, current[column - 1] + 1));
    }
    rows.push(current);
  }
  return rows[a.length][b.length];
}

function letterDistance(a: string, b: string): number {
  if (a === b) return 0;
  return a.toLowerCase() === b.toLowerCase() ? 0.5 : 1;
}
