// Words a comparison of two results folders as text, Markdown, JSON or JUnit XML.

import type { Difference, TableComparison } from '../results/compare-tables.ts';

/** Two folders compared, table by table. */
export interface FolderComparison {
  readonly first: string;
  readonly second: string;
  readonly tolerance: number;
  readonly tables: readonly TableComparison[];
  /** Tables of which the first folder keeps nothing but the hash. */
  readonly hashedTables: readonly HashComparison[];
  /** Tables of the first folder that the second lacks: a difference. */
  readonly missingTables: readonly string[];
  /** Tables of which the first folder has nothing to compare them with at this tolerance. */
  readonly ignoredTables: readonly string[];
}

/** Whether a table has the bytes that the first folder's manifest notes. */
interface HashComparison {
  readonly table: string;
  readonly sameBytes: boolean;
}

export const comparisonFormats = ['text', 'markdown', 'json', 'junit'] as const;
export type ComparisonFormat = (typeof comparisonFormats)[number];

/** Differences shown of each table, the worst first. */
const shownPerTable = 20;

/** True when no number, row, hash or table differs. */
export function isEqual({ tables, hashedTables, missingTables }: FolderComparison): boolean {
  return (
    missingTables.length === 0 &&
    hashedTables.every(({ sameBytes }) => sameBytes) &&
    tables.every(({ differences }) => differences.length === 0)
  );
}

export function formatComparison(comparison: FolderComparison, format: ComparisonFormat): string {
  switch (format) {
    case 'text':
      return toText(comparison);
    case 'markdown':
      return toMarkdown(comparison);
    case 'json':
      return `${JSON.stringify({ equal: isEqual(comparison), ...comparison }, null, 2)}\n`;
    case 'junit':
      return toJunit(comparison);
  }
}

function toText(comparison: FolderComparison): string {
  const lines = [headline(comparison)];
  for (const { table, rowCount, differences } of comparison.tables) {
    lines.push(`${table}.csv: ${countText(rowCount, differences)}`);
    lines.push(
      ...shown(differences).map((difference) => `  ${difference.row}: ${sayHow(difference)}`),
    );
    if (differences.length > shownPerTable) lines.push(`  and ${hiddenCount(differences)} more`);
  }
  for (const { table, sameBytes } of comparison.hashedTables) {
    lines.push(`${table}.csv: ${sameBytes ? 'same bytes' : bytesDiffer(comparison)}`);
  }
  return `${[...lines, ...remarks(comparison)].join('\n')}\n`;
}

function toMarkdown(comparison: FolderComparison): string {
  const lines = [`**${headline(comparison)}**`, ''];
  lines.push('| table | rows | differences |', '|---|---:|---:|');
  for (const { table, rowCount, differences } of comparison.tables) {
    lines.push(`| ${table}.csv | ${rowCount} | ${differences.length} |`);
  }
  for (const { table, sameBytes } of comparison.hashedTables) {
    lines.push(`| ${table}.csv | | ${sameBytes ? 'same bytes' : bytesDiffer(comparison)} |`);
  }
  for (const { table, differences } of comparison.tables) {
    if (differences.length === 0) continue;
    lines.push('', `### ${table}.csv`, '', '| row | difference |', '|---|---|');
    for (const difference of shown(differences)) {
      lines.push(`| ${difference.row.replaceAll('|', '\\|')} | ${sayHow(difference)} |`);
    }
    if (differences.length > shownPerTable) lines.push('', `and ${hiddenCount(differences)} more`);
  }
  return `${[...lines, '', ...remarks(comparison)].join('\n').trimEnd()}\n`;
}

function toJunit(comparison: FolderComparison): string {
  const { tables, hashedTables, missingTables } = comparison;
  const failures = [
    ...tables.map(({ table, differences }) => [table, failureOf(differences)]),
    ...hashedTables.map(({ table, sameBytes }) => [
      table,
      sameBytes ? '' : `<failure message="${escapeXml(bytesDiffer(comparison))}"/>`,
    ]),
    ...missingTables.map((table) => [table, '<failure message="the table is missing"/>']),
  ];
  const failed = failures.filter(([, failure]) => failure !== '').length;
  const testcases = failures.map(([table, failure]) => {
    const opening = `  <testcase classname="compare" name="${escapeXml(table)}.csv"`;
    return failure === '' ? `${opening}/>` : `${opening}>\n    ${failure}\n  </testcase>`;
  });
  return `${[
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuite name="cargoflow compare" tests="${failures.length}" failures="${failed}">`,
    ...testcases,
    '</testsuite>',
  ].join('\n')}\n`;
}

/** Empty when there is nothing to complain of. */
function failureOf(differences: readonly Difference[]): string {
  if (differences.length === 0) return '';
  const worst = shown(differences).map((difference) => `${difference.row}: ${sayHow(difference)}`);
  const text = escapeXml(worst.join('\n'));
  return `<failure message="${differences.length} differences">\n${text}\n    </failure>`;
}

function headline(comparison: FolderComparison): string {
  const { first, second, tolerance } = comparison;
  const verdict = isEqual(comparison) ? 'no differences' : 'DIFFERENT';
  return `${first} and ${second}: ${verdict} (relative tolerance ${tolerance})`;
}

function remarks({ missingTables, ignoredTables, second }: FolderComparison): string[] {
  return [
    ...missingTables.map((table) => `${table}.csv: missing in ${second}`),
    ...ignoredTables.map((table) => `${table}.csv: only in ${second}, not compared`),
  ];
}

function bytesDiffer({ first }: FolderComparison): string {
  return `bytes differ; ${first} keeps no table to say where`;
}

function countText(rowCount: number, differences: readonly Difference[]): string {
  return `${rowCount} rows, ${differences.length} differences`;
}

function shown(differences: readonly Difference[]): readonly Difference[] {
  return differences.slice(0, shownPerTable);
}

function hiddenCount(differences: readonly Difference[]): number {
  return differences.length - shownPerTable;
}

function sayHow({ kind, column, first, second, relative }: Difference): string {
  if (kind !== 'changed') return `${kind} row`;
  const size = Number.isFinite(relative) ? ` (relative ${relative.toPrecision(3)})` : '';
  return `${column} ${valueText(first)} -> ${valueText(second)}${size}`;
}

function valueText(value: number): string {
  return Number.isNaN(value) ? 'none' : String(value);
}

function escapeXml(text: string): string {
  return text.replace(/[<>&"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
