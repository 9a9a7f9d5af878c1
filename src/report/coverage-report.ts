// The table of where a study's numbers come from.

import { markdownTable, numberColumn, textColumn } from './markdown-table.ts';

interface Counts {
  readonly published: number;
  readonly derived: number;
  readonly assumed: number;
}

interface Row {
  readonly file: string;
  readonly numbers: Counts;
  readonly tonneShares: Counts;
}

/** The table as Markdown; the last row is the whole study. */
export function coverageReport({
  files,
  all,
  withoutRange,
}: {
  readonly files: readonly Row[];
  readonly all: Row;
  readonly withoutRange: readonly string[];
}): string {
  const columns = [
    textColumn('file'),
    ...['numbers', 'published', 'derived', 'assumed'].map(numberColumn),
    ...['by tonnes: published', 'derived', 'assumed'].map(numberColumn),
  ];
  const lines = [markdownTable(columns, [...files, all].map(cellsOf)), ''];
  if (withoutRange.length > 0) {
    lines.push(`Assumed numbers without a plausible range: ${withoutRange.length}`, '');
    lines.push(...withoutRange.map((name) => `- ${name}`), '');
  }
  return lines.join('\n');
}

function cellsOf({ file, numbers, tonneShares }: Row): string[] {
  const total = numbers.published + numbers.derived + numbers.assumed;
  const share = (part: number) => (Number.isNaN(part) ? '' : `${(part * 100).toFixed(0)} %`);
  const grades = ['published', 'derived', 'assumed'] as const;
  return [
    file,
    String(total),
    ...grades.map((grade) => share(numbers[grade] / total)),
    ...grades.map((grade) => share(tonneShares[grade])),
  ];
}
