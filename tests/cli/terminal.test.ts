import { describe, expect, test } from 'vitest';
import { alignColumns } from '../../src/cli/terminal.ts';

describe('aligned columns', () => {
  const rows = [
    ['name', 'Mt'],
    ['Northern corridor', '1.25'],
  ];

  test('the first column is flush left, the others flush right, two spaces apart', () => {
    expect(alignColumns(rows, 80, 10)).toEqual([
      'name                 Mt',
      'Northern corridor  1.25',
    ]);
  });

  test('names are cut to the width of the terminal, but not below the least', () => {
    expect(alignColumns(rows, 18, 10)[1]).toBe('Northern co…  1.25');
    expect(alignColumns(rows, 5, 10)[1]).toBe('Northern…   1.25');
  });
});
