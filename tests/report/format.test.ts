// Numbers and names in the text of a report.

import { describe, expect, it } from 'vitest';
import {
  escapeHtml,
  escapeMarkdown,
  formatDay,
  formatNumber,
  formatPeriod,
  formatRange,
  formatShare,
  formatSigned,
  formatTonneChange,
  formatTonnes,
  threeDigitScale,
  tonneScale,
} from '../../src/report/format.ts';

describe('format', () => {
  it('groups thousands with commas and writes a true minus', () => {
    expect(formatNumber(1234567.891, 2)).toBe('1,234,567.89');
    expect(formatNumber(-999.5, 0)).toBe('−1,000');
    expect(formatNumber(100, 1)).toBe('100.0');
  });

  it('never writes minus zero or a sign before zero', () => {
    expect(formatNumber(-0.001, 2)).toBe('0.00');
    expect(formatSigned(0.001, 2)).toBe('0.00');
    expect(formatSigned(-0, 0)).toBe('0');
  });

  it('puts a sign before every change', () => {
    expect(formatSigned(2.5, 1)).toBe('+2.5');
    expect(formatSigned(-2.5, 1)).toBe('−2.5');
  });

  it('shows a dash where there is no number', () => {
    expect(formatNumber(Number.NaN, 1)).toBe('–');
    expect(formatShare(Number.NaN)).toBe('–');
    expect(formatRange(Number.NaN, 1, tonneScale([1]))).toBe('–');
  });

  it('chooses the unit by the largest number, whatever its sign', () => {
    expect(tonneScale([3, -2_500_000, Number.NaN])).toMatchObject({ unit: 'Mt', decimals: 2 });
    expect(tonneScale([999_999]).unit).toBe('kt');
    expect(tonneScale([999]).unit).toBe('t');
    expect(tonneScale([])).toMatchObject({ unit: 't', tonnesPerUnit: 1 });
  });

  it('shows three digits of a number that stands alone', () => {
    const shown = (tonnes: number) => formatTonnes(tonnes, threeDigitScale(tonnes));
    expect([1_234_567, 12_345_678, 123_456_789, 45_600, 999].map(shown)).toEqual([
      '1.23',
      '12.3',
      '123',
      '45.6',
      '999',
    ]);
  });

  it('converts tonnes to the unit of the scale', () => {
    const scale = tonneScale([5e6]);
    expect(formatTonnes(1_250_000, scale)).toBe('1.25');
    expect(formatTonneChange(-1_250_000, scale)).toBe('−1.25');
    expect(formatRange(1e6, 2e6, scale, formatTonneChange)).toBe('+1.00 to +2.00');
  });

  it('writes shares in per cent, small ones with a decimal', () => {
    expect([0.625, 0.0625, 1, 0].map(formatShare)).toEqual(['63 %', '6.3 %', '100 %', '0.0 %']);
  });

  it('names months and days', () => {
    expect(formatPeriod('2027-03')).toBe('Mar 2027');
    expect(formatPeriod('2027')).toBe('2027');
    expect(formatDay('2027-03-09')).toBe('9 Mar 2027');
  });

  it('leaves no character that HTML or Markdown would read as its own', () => {
    expect(escapeHtml(`<a href="x">'&`)).toBe('&#60;a href=&#34;x&#34;&#62;&#39;&#38;');
    expect(escapeMarkdown('a|b *c* <d>\n_e_ [f]')).toBe('a\\|b \\*c\\* &lt;d> \\_e\\_ \\[f\\]');
  });
});
