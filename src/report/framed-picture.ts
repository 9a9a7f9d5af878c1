// Frames a picture as an SVG file that stands alone: heading above, legend and notes below, style and background inside.

import type { LegendEntry } from './legend.ts';
import { element, type Markup, text } from './markup.ts';
import { colourOf, standaloneStyle } from './standalone-style.ts';

/** A picture and what is said of it. */
export interface FramedPicture {
  /** An `svg` element of `picture`. */
  readonly picture: Markup;
  readonly heading: string;
  readonly subtitle: string;
  readonly legend: readonly LegendEntry[];
  /** Each begins a line of its own. */
  readonly notes: readonly string[];
}

/** Around everything, px. */
const margin = 14;
const lineHeight = 17;
/** Wider than the letters of most typefaces, so that a line fits whichever is there, px. */
const letterWidth = 7.2;
const headingLetterWidth = 9.2;
const entryGap = 18;

/** Pieces of markup and the height that they take, px. */
interface Block {
  readonly markup: Markup;
  readonly height: number;
}

export function framePicture(framed: FramedPicture): string {
  const { picture, heading, subtitle, legend, notes } = framed;
  const [start, className, width, height] = readPicture(picture);
  const above = stack(
    lines([heading], width, 'heading', headingLetterWidth),
    lines([subtitle], width, 'caption'),
  );
  const body = element(
    'g',
    {},
    picture.replace(start, `${start} width="${width}" height="${height}"`),
  );
  const below = stack(legendBlock(legend, width, className), lines(notes, width, 'note'));
  const all = stack(above, space, { markup: body, height }, space, below);
  return svgFile(width + 2 * margin, all.height + 2 * margin, heading, all.markup);
}

const space: Block = { markup: '', height: 8 };

/** The start of the element, its class, its width and height, px. */
function readPicture(picture: Markup): [string, string, number, number] {
  const [start, width, height] = /^<svg viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(picture)!;
  const [, className = ''] = / class="([^"]*)"/.exec(picture) ?? [];
  return [start, className, Number(width), Number(height)];
}

function svgFile(width: number, height: number, title: string, content: Markup): string {
  const attributes = {
    xmlns: 'http://www.w3.org/2000/svg',
    width,
    height,
    viewBox: `0 0 ${Number(width.toFixed(1))} ${Number(height.toFixed(1))}`,
    role: 'img',
    'aria-label': title,
  };
  const backdrop = element('rect', { width, height, fill: colourOf('paper') });
  const moved = element('g', { transform: `translate(${margin} ${margin})` }, content);
  return `${element('svg', attributes, element('style', {}, standaloneStyle), backdrop, moved)}\n`;
}

function stack(...blocks: readonly Block[]): Block {
  let height = 0;
  const parts: Markup[] = [];
  for (const block of blocks) {
    if (block.markup !== '') parts.push(moveTo(0, height, block.markup));
    height += block.height;
  }
  return { markup: parts.join(''), height };
}

function moveTo(across: number, down: number, markup: Markup): Markup {
  if (across === 0 && down === 0) return markup;
  const place = [across, down].map((value) => Number(value.toFixed(1))).join(' ');
  return element('g', { transform: `translate(${place})` }, markup);
}

/** Paragraphs, broken between words. */
function lines(
  paragraphs: readonly string[],
  width: number,
  className: string,
  widthOfLetter = letterWidth,
): Block {
  const broken = paragraphs.flatMap((each) => wrap(each, Math.floor(width / widthOfLetter)));
  const markup = broken.map((line, index) =>
    element('text', { y: (index + 0.8) * lineHeight, class: className }, text(line)),
  );
  return { markup: markup.join(''), height: broken.length * lineHeight };
}

function wrap(paragraph: string, mostLetters: number): string[] {
  const broken: string[] = [];
  for (const word of paragraph.split(' ')) {
    const last = broken.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= mostLetters)
      broken[broken.length - 1] = `${last} ${word}`;
    else broken.push(word);
  }
  return broken;
}

/** The entries in rows, as many in each as there is room for. */
function legendBlock(entries: readonly LegendEntry[], width: number, className: string): Block {
  const rows: LegendEntry[][] = [];
  let used = Number.POSITIVE_INFINITY;
  for (const entry of entries) {
    if (used + entryWidth(entry) > width) {
      rows.push([]);
      used = 0;
    }
    rows.at(-1)!.push(entry);
    used += entryWidth(entry) + entryGap;
  }
  const { markup, height } = stack(...rows.map(legendRow));
  return { markup: markup && element('g', { class: `legend ${className}` }, markup), height };
}

function entryWidth({ width, label }: LegendEntry): number {
  return width + 6 + label.length * letterWidth;
}

function legendRow(entries: readonly LegendEntry[]): Block {
  const height = Math.max(lineHeight, ...entries.map((entry) => entry.height)) + 3;
  let across = 0;
  const parts = entries.map((entry) => {
    const sign = moveTo(across, (height - entry.height) / 2, entry.shape);
    const label = { x: across + entry.width + 6, y: height / 2 + 4, class: 'caption' };
    across += entryWidth(entry) + entryGap;
    return sign + element('text', label, text(entry.label));
  });
  return { markup: parts.join(''), height };
}
