// Builds HTML and SVG text element by element, so that attributes are always quoted and escaped.

import { escapeHtml } from './format.ts';

/** Text that is already markup. */
export type Markup = string;

type AttributeValue = string | number | true | undefined;

/** Elements without content: those of HTML that have none, and the shapes of SVG. */
const childless = new Set(
  'meta input br col path rect circle line polyline polygon use'.split(' '),
);

/** An element with its children, which are markup; numbers are rounded to one decimal, `undefined` is left out. */
export function element(
  name: string,
  attributes: Readonly<Record<string, AttributeValue>>,
  ...children: readonly Markup[]
): Markup {
  const written = Object.entries(attributes).map(([key, value]) => attribute(key, value));
  const start = `<${name}${written.join('')}`;
  if (children.length === 0 && childless.has(name)) return `${start}/>`;
  return `${start}>${children.join('')}</${name}>`;
}

function attribute(key: string, value: AttributeValue): string {
  if (value === undefined) return '';
  if (value === true) return ` ${key}`;
  const written = typeof value === 'number' ? String(Number(value.toFixed(1))) : value;
  return ` ${key}="${escapeHtml(written)}"`;
}

/** Text as markup; a number and its unit stay on one line. */
export function text(value: string): Markup {
  return escapeHtml(value.replace(/(\d) (?=(?:Mt|kt|t)\b|%)/g, '$1\u00a0'));
}

/** A picture: an `svg` element that screen readers read as its title, or skip when the title is empty. */
export function picture(
  options: {
    readonly width: number;
    readonly height: number;
    readonly title: string;
    readonly className: string;
    /** Attributes that hold numbers for the script of the page. */
    readonly data?: Readonly<Record<string, string | undefined>>;
  },
  ...children: readonly Markup[]
): Markup {
  const { width, height, title, className } = options;
  return element(
    'svg',
    {
      viewBox: `0 0 ${Number(width.toFixed(2))} ${Number(height.toFixed(2))}`,
      role: title === '' ? undefined : 'img',
      'aria-label': title === '' ? undefined : title,
      'aria-hidden': title === '' ? 'true' : undefined,
      class: className,
      ...options.data,
    },
    ...children,
  );
}

/** An id for anchors made of any name: letters and digits kept, everything else a hyphen. */
export function anchor(name: string): string {
  return `s-${name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`;
}
