// Puts all tables of statistics into one long table in Parquet, for data frames.

import { parquetWriteBuffer } from 'hyparquet-writer';
import type { Table } from '../results/table.ts';
import { isNumberColumn } from '../results/table-builder.ts';

/**
 * The rows of every table that has a `mean`, one below the other: a column `table`, then every key that one of them
 * has, then the numbers. What a table does not have is null.
 */
export function parquetOf(tables: readonly Table[]): Uint8Array {
  const long = tables.filter(({ columns }) => columns.some(({ name }) => name === 'mean'));
  const names = [...new Set(long.flatMap(({ columns }) => columns.map(({ name }) => name)))];
  const ordered = [
    ...names.filter((name) => !isNumberColumn(name)),
    ...names.filter((name) => isNumberColumn(name)),
  ];
  const columnData = [
    {
      name: 'table',
      type: 'STRING' as const,
      nullable: false,
      data: long.flatMap(({ name, rowCount }) => new Array<string>(rowCount).fill(name)),
    },
    ...ordered.map((name) => ({
      name,
      type: isNumberColumn(name) ? ('DOUBLE' as const) : ('STRING' as const),
      nullable: true,
      data: long.flatMap((table) => valuesOf(table, name)),
    })),
  ];
  return new Uint8Array(parquetWriteBuffer({ columnData, createdBy: 'cargoflow' }));
}

function valuesOf({ columns, rowCount }: Table, name: string): (string | number | null)[] {
  const column = columns.find((item) => item.name === name);
  if (!column) return new Array<null>(rowCount).fill(null);
  if (column.kind === 'text') return [...column.values];
  return Array.from(column.values, (value) => (Number.isNaN(value) ? null : value));
}
