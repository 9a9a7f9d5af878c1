// Words the acceptance of changed results for a changelog, and puts it there.

import type { Difference } from './differences.ts';
import type { FolderComparison } from './formats.ts';

/** Moved numbers that an entry names. */
const mostNamed = 5;

/**
 * One entry: the reason, then what moved most, by size.
 * @param comparison made with the largest absolute differences first
 */
export function acceptanceEntry(
  name: string,
  reason: string,
  { tables, hashedTables, missingTables }: FolderComparison,
): string {
  const counts = [
    ...tables
      .filter(({ differenceCount }) => differenceCount > 0)
      .map(({ table, differenceCount }) => `${differenceCount} in \`${table}.csv\``),
    ...hashedTables
      .filter(({ sameBytes }) => !sameBytes)
      .map(({ table }) => `\`${table}.csv\` has other bytes`),
    ...missingTables.map((table) => `\`${table}.csv\` is gone`),
  ];
  const moved = tables
    .flatMap(({ differences }) => differences)
    .filter(({ kind, column }) => kind === 'changed' && column === 'mean')
    .sort((a, b) => moveOf(b) - moveOf(a))
    .slice(0, mostNamed);
  const sentence = /[.!?]$/.test(reason) ? reason : `${reason}.`;
  const largest = moved.length > 0 ? ` Largest moves: ${moved.map(moveText).join('; ')}.` : '';
  return `- \`${name}\`: ${sentence} Differences: ${counts.join(', ')}.${largest}`;
}

function moveOf({ first, second }: Difference): number {
  return Math.abs(Number(second) - Number(first));
}

function moveText({ row, first, second }: Difference): string {
  return `${row} ${rounded(first)} to ${rounded(second)}`;
}

function rounded(number: string): string {
  return String(Number(Number(number).toPrecision(5)));
}

/**
 * The changelog with the entry under the heading Results of its first section; the heading is made where it is missing.
 * @throws Error when there is no section (`## …`)
 */
export function enterInChangelog(changelog: string, entry: string): string {
  const lines = changelog.split('\n');
  const section = lines.findIndex((line) => line.startsWith('## '));
  if (section < 0) throw new Error('the changelog has no section (a line that begins with "## ")');
  const rest = lines.findIndex((line, index) => index > section && line.startsWith('## '));
  const end = rest < 0 ? lines.length : rest;
  const results = lines.findIndex(
    (line, index) => index > section && index < end && line === '### Results',
  );
  if (results >= 0) return inserted(lines, results + 1, [entry]);
  let last = end;
  while (last > section + 1 && lines[last - 1] === '') last -= 1;
  return inserted(lines, last, ['', '### Results', entry]);
}

function inserted(lines: readonly string[], at: number, added: readonly string[]): string {
  return [...lines.slice(0, at), ...added, ...lines.slice(at)].join('\n');
}
