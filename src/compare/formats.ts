// Words a comparison of two results folders as text, Markdown, JSON, JUnit XML or HTML.

import type { Difference, TableComparison } from './differences.ts';

/** Two folders compared, table by table. */
export interface FolderComparison {
  readonly first: string;
  readonly second: string;
  /** What is let pass, in words. */
  readonly tolerance: string;
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

export const comparisonFormats = ['text', 'markdown', 'json', 'junit', 'html'] as const;
export type ComparisonFormat = (typeof comparisonFormats)[number];

/** Differences shown of each table, the worst first. */
const shownPerTable = 20;

/** True when no number, row, hash or table differs. */
export function isEqual({ tables, hashedTables, missingTables }: FolderComparison): boolean {
  return (
    missingTables.length === 0 &&
    hashedTables.every(({ sameBytes }) => sameBytes) &&
    tables.every(({ differenceCount }) => differenceCount === 0)
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
    case 'html':
      return toHtml(comparison);
  }
}

function toText(comparison: FolderComparison): string {
  const lines = [headline(comparison)];
  for (const tableComparison of comparison.tables) {
    const { table, rowCount, differenceCount, differences } = tableComparison;
    lines.push(`${table}.csv: ${rowCount} rows, ${differenceCount} differences`);
    lines.push(...shown(differences).map((difference) => `  ${sayWhere(difference)}`));
    if (hiddenCount(tableComparison) > 0) lines.push(`  and ${hiddenCount(tableComparison)} more`);
  }
  for (const { table, sameBytes } of comparison.hashedTables) {
    lines.push(`${table}.csv: ${sameBytes ? 'same bytes' : bytesDiffer(comparison)}`);
  }
  return `${[...lines, ...remarks(comparison)].join('\n')}\n`;
}

function toMarkdown(comparison: FolderComparison): string {
  const lines = [`**${headline(comparison)}**`, ''];
  lines.push('| table | rows | differences |', '|---|---:|---:|');
  for (const { table, rowCount, differenceCount } of comparison.tables) {
    lines.push(`| ${table}.csv | ${rowCount} | ${differenceCount} |`);
  }
  for (const { table, sameBytes } of comparison.hashedTables) {
    lines.push(`| ${table}.csv | | ${sameBytes ? 'same bytes' : bytesDiffer(comparison)} |`);
  }
  for (const tableComparison of comparison.tables) {
    const { table, differences } = tableComparison;
    if (differences.length === 0) continue;
    lines.push('', `### ${table}.csv`, '', '| row | difference |', '|---|---|');
    for (const difference of shown(differences)) {
      lines.push(`| ${difference.row.replaceAll('|', '\\|')} | ${sayHow(difference)} |`);
    }
    const hidden = hiddenCount(tableComparison);
    if (hidden > 0) lines.push('', `and ${hidden} more`);
  }
  return `${[...lines, '', ...remarks(comparison)].join('\n').trimEnd()}\n`;
}

function toHtml(comparison: FolderComparison): string {
  const rows = (cells: readonly (readonly string[])[]) =>
    cells.map((row) => `<tr>${row.map((cell) => `<td>${escapeXml(cell)}</td>`).join('')}</tr>`);
  const table = (header: readonly string[], cells: readonly (readonly string[])[]) =>
    `<table><thead><tr>${header.map((cell) => `<th scope="col">${cell}</th>`).join('')}</tr></thead><tbody>${rows(cells).join('')}</tbody></table>`;
  const counts = [
    ...comparison.tables.map(({ table: name, rowCount, differenceCount }) => [
      `${name}.csv`,
      String(rowCount),
      String(differenceCount),
    ]),
    ...comparison.hashedTables.map(({ table: name, sameBytes }) => [
      `${name}.csv`,
      '',
      sameBytes ? 'same bytes' : bytesDiffer(comparison),
    ]),
  ];
  const details = comparison.tables.flatMap((tableComparison) => {
    const { table: name, differences } = tableComparison;
    if (differences.length === 0) return [];
    const hidden = hiddenCount(tableComparison);
    return [
      `<h2>${escapeXml(name)}.csv</h2>`,
      table(
        ['row', 'difference'],
        shown(differences).map((difference) => [difference.row, sayHow(difference)]),
      ),
      ...(hidden > 0 ? [`<p>and ${hidden} more</p>`] : []),
    ];
  });
  return `${[
    '<!doctype html>',
    '<html lang="en"><head><meta charset="utf-8"><title>Comparison of results</title>',
    '<meta name="viewport" content="width=device-width">',
    '<style>:root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:70rem;padding:0 1rem}table{border-collapse:collapse}td,th{border-bottom:1px solid #8888;padding:.2rem .8rem .2rem 0;text-align:left;vertical-align:top}</style></head><body>',
    `<h1>${escapeXml(headline(comparison))}</h1>`,
    table(['table', 'rows', 'differences'], counts),
    ...details,
    ...remarks(comparison).map((remark) => `<p>${escapeXml(remark)}</p>`),
    '</body></html>',
  ].join('\n')}\n`;
}

function toJunit(comparison: FolderComparison): string {
  const { tables, hashedTables, missingTables } = comparison;
  const failures = [
    ...tables.map((comparisonOfTable) => [comparisonOfTable.table, failureOf(comparisonOfTable)]),
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
function failureOf({ differenceCount, differences }: TableComparison): string {
  if (differenceCount === 0) return '';
  const worst = shown(differences).map(sayWhere);
  const text = escapeXml(worst.join('\n'));
  return `<failure message="${differenceCount} differences">\n${text}\n    </failure>`;
}

function headline(comparison: FolderComparison): string {
  const { first, second, tolerance } = comparison;
  const verdict = isEqual(comparison) ? 'no differences' : 'DIFFERENT';
  return `${first} and ${second}: ${verdict} (${tolerance})`;
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

function shown(differences: readonly Difference[]): readonly Difference[] {
  return differences.slice(0, shownPerTable);
}

function hiddenCount({ differenceCount, differences }: TableComparison): number {
  return differenceCount - shown(differences).length;
}

function sayWhere(difference: Difference): string {
  return difference.row === '' ? sayHow(difference) : `${difference.row}: ${sayHow(difference)}`;
}

function sayHow({ kind, column, first, second, relative, probability }: Difference): string {
  if (kind !== 'changed') return column === '' ? `${kind} row` : `${kind} column ${column}`;
  const sizes = [
    ...(Number.isFinite(relative) ? [`relative ${relative.toPrecision(3)}`] : []),
    ...(probability === undefined ? [] : [`by chance ${probability.toPrecision(2)}`]),
  ];
  const size = sizes.length > 0 ? ` (${sizes.join(', ')})` : '';
  return `${column} ${first || 'none'} -> ${second || 'none'}${size}`;
}

function escapeXml(text: string): string {
  return text.replace(/[<>&"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
