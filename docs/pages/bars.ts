// Bar charts in SVG for pages of Markdown.

/** A bar: parts from left to right, in the unit of the axis; an interval is drawn at its end. */
export interface Bar {
  readonly label: string;
  readonly parts: readonly { readonly value: number; readonly color: string }[];
  readonly interval?: readonly [number, number];
}

const width = 820;
const left = 240;
const right = 60;
const rowHeight = 22;
const top = 64;

/** A chart of horizontal bars with a legend. */
export function barChart(
  title: string,
  unit: string,
  bars: readonly Bar[],
  legend: readonly { readonly label: string; readonly color: string }[],
): string {
  const ends = bars.map(({ parts, interval }) =>
    Math.max(
      interval?.[1] ?? 0,
      parts.reduce((sum, { value }) => sum + value, 0),
    ),
  );
  const longest = Math.max(1e-9, ...ends);
  const scale = (value: number) => left + (value / longest) * (width - left - right);
  const legendRows = Math.ceil(legend.length / 4);
  const start = top + (legendRows - 1) * 16;
  const height = start + bars.length * rowHeight + 24;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12">`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    `<text x="8" y="20" font-size="14" font-weight="bold">${escaped(title)}</text>`,
    ...legend.map(({ label, color }, index) => {
      const x = 8 + (index % 4) * 202;
      const y = 32 + Math.floor(index / 4) * 16;
      return `<rect x="${x}" y="${y}" width="10" height="10" fill="${color}"/><text x="${x + 14}" y="${y + 9}" font-size="11">${escaped(label)}</text>`;
    }),
    ...bars.map((bar, index) => barMarks(bar, start + index * rowHeight, scale)),
    `<text x="${left}" y="${height - 8}" font-size="11" fill="#555">${escaped(unit)}</text>`,
    '</svg>',
    '',
  ].join('\n');
}

function barMarks(
  { label, parts, interval }: Bar,
  y: number,
  scale: (value: number) => number,
): string {
  let sum = 0;
  const rects = parts.map(({ value, color }) => {
    const x = scale(sum);
    sum += value;
    const length = (scale(sum) - x).toFixed(1);
    return `<rect x="${x.toFixed(1)}" y="${y}" width="${length}" height="15" fill="${color}"/>`;
  });
  const line = interval
    ? `<path d="M${scale(interval[0]).toFixed(1)} ${y + 7.5}H${scale(interval[1]).toFixed(1)}" stroke="#222" stroke-width="1.5"/>`
    : '';
  const end = Math.max(scale(sum), interval ? scale(interval[1]) : 0) + 5;
  return [
    `<text x="${left - 6}" y="${y + 12}" text-anchor="end">${escaped(label)}</text>`,
    ...rects,
    line,
    `<text x="${end.toFixed(1)}" y="${y + 12}" font-size="11">${sum.toFixed(1)}</text>`,
  ].join('');
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
