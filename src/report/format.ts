// Turns numbers and names into the text of a report, the same on every machine and in every locale.

/** A unit of weight for a column of numbers, chosen so that its largest number reads well. */
export interface TonneScale {
  readonly unit: string;
  readonly tonnesPerUnit: number;
  /** Decimals of every number of the column. */
  readonly decimals: number;
}

/** Shown where there is no value. */
export const noValue = '–';

/** The scale for numbers up to this many tonnes, either sign; values that are not finite are left out. */
export function tonneScale(tonnes: Iterable<number>): TonneScale {
  let largest = 0;
  for (const value of tonnes)
    if (Number.isFinite(value)) largest = Math.max(largest, Math.abs(value));
  if (largest >= 1e6) return { unit: 'Mt', tonnesPerUnit: 1e6, decimals: largest >= 1e8 ? 1 : 2 };
  if (largest >= 1e3) return { unit: 'kt', tonnesPerUnit: 1e3, decimals: largest >= 1e5 ? 0 : 1 };
  return { unit: 't', tonnesPerUnit: 1, decimals: 0 };
}

/** The same for money in USD: the scale has USD in the place of tonnes. */
export function moneyScale(dollars: Iterable<number>): TonneScale {
  const units = { Mt: 'M USD', kt: 'thousand USD', t: 'USD' } as const;
  const scale = tonneScale(dollars);
  return { ...scale, unit: units[scale.unit as keyof typeof units] };
}

/** The scale that shows three digits of this number; tonnes are whole. */
export function threeDigitScale(tonnes: number): TonneScale {
  const scale = tonneScale([tonnes]);
  if (scale.unit === 't') return scale;
  const wholeDigits = Math.abs(tonnes / scale.tonnesPerUnit).toFixed(0).length;
  return { ...scale, decimals: Math.max(0, 3 - wholeDigits) };
}

/** `-1234.56` with one decimal is `−1,234.6`; NaN and infinities are a dash. */
export function formatNumber(value: number, decimals: number): string {
  if (!Number.isFinite(value)) return noValue;
  const digits = Math.abs(value).toFixed(decimals);
  const [whole = '0', fraction] = digits.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  const sign = value < 0 && Number(digits) !== 0 ? '−' : '';
  return sign + (fraction === undefined ? grouped : `${grouped}.${fraction}`);
}

/** As `formatNumber`, with a plus sign before what is above zero as shown. */
export function formatSigned(value: number, decimals: number): string {
  const text = formatNumber(value, decimals);
  return value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

/** Tonnes in the unit of the scale, without the unit. */
export function formatTonnes(tonnes: number, scale: TonneScale): string {
  return formatNumber(tonnes / scale.tonnesPerUnit, scale.decimals);
}

/** Tonnes in the unit of the scale, signed, without the unit. */
export function formatTonneChange(tonnes: number, scale: TonneScale): string {
  return formatSigned(tonnes / scale.tonnesPerUnit, scale.decimals);
}

/** `−1.4 to −1.1`, signed when it is a change; a dash when either end is missing. */
export function formatRange(
  lowerTonnes: number,
  upperTonnes: number,
  scale: TonneScale,
  format: (tonnes: number, scale: TonneScale) => string = formatTonnes,
): string {
  if (!Number.isFinite(lowerTonnes) || !Number.isFinite(upperTonnes)) return noValue;
  return `${format(lowerTonnes, scale)} to ${format(upperTonnes, scale)}`;
}

/** A share (0-1) as `62 %`, below ten per cent as `6.2 %`. */
export function formatShare(share: number): string {
  if (!Number.isFinite(share)) return noValue;
  return `${formatNumber(share * 100, Math.abs(share) < 0.0995 ? 1 : 0)} %`;
}

/** `2027-03` as `Mar 2027`; anything else unchanged. */
export function formatPeriod(period: string): string {
  const match = /^(\d{4})-(\d{2})$/.exec(period);
  const month = match && monthNames[Number(match[2]) - 1];
  return match && month ? `${month} ${match[1]}` : period;
}

/** `2027-03-09` as `9 Mar 2027`; anything else as `formatPeriod` has it. */
export function formatDay(date: string): string {
  const match = /^(\d{4}-\d{2})-(\d{2})$/.exec(date);
  return match ? `${Number(match[2])} ${formatPeriod(match[1])}` : formatPeriod(date);
}

const monthNames = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** Text as it may stand in an HTML document, between tags or in a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** Text as it may stand in a Markdown paragraph or table cell. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_[\]|~#]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;');
}
