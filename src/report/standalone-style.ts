// The style sheet of pictures that stand alone: the page's rules for charts, with the colours of the light palette put in.

// Programs that draw SVG files know no custom properties, no :has() and no queries.

import { chartStyle } from './style-charts.ts';
import { paletteStyle } from './style-palette.ts';

/** Rules of the page that concern its surroundings or need more than a plain drawing program. */
const pageOnly =
  /[:@]|^svg$|^\.t\d|^\.legend(\.| svg| li| span|$)|controls|switch|term|layer|cursor|\.tip|\.charts|small-map|\.columns|\.sides|^b\.|definitions/;

/** Values of the light palette, by the name of their property: it stands first in the style sheet. */
const palette = new Map<string, string>();
for (const [, name, value] of paletteStyle.matchAll(/(--\w+):(#\w+)/g))
  if (!palette.has(name)) palette.set(name, value);

/** Classes that choose the colour `--c`. */
const colours = [...palette.keys()]
  .filter((name) => /^--k\w$/.test(name))
  .map((name) => name.slice(2));

/** Everything between the style tags of a picture. */
export const standaloneStyle = [
  'svg{font-family:system-ui,"Segoe UI",Roboto,"Helvetica Neue",Arial,"DejaVu Sans",sans-serif;font-size:12.5px}',
  `.heading{font-size:15px;font-weight:600;fill:${colourOf('ink')}}.caption{fill:${colourOf('ink')}}.note{fill:${colourOf('soft')}}.water{fill:${colourOf('water')}}`,
  ...[...chartStyle.matchAll(/([^{}]+)\{([^{}]*)\}/g)].flatMap(([, selectors, rule]) =>
    selectors
      .split(',')
      .map((selector) => selector.trim().replace(/^\.map /, ''))
      .filter((selector) => !pageOnly.test(selector))
      .flatMap((selector) => expand(selector, rule)),
  ),
].join('\n');

/** One rule for each colour where a rule uses the colour of its class, on the element itself or around it. */
function expand(selector: string, rule: string): string[] {
  if (selector === '.kq') return [];
  if (!/var\(--c\b/.test(rule)) return [`${selector}{${filled(rule)}}`];
  const plain = selector.replace('[class^=k]', '');
  return [...colours, 'kq'].map((colour) => {
    const value = palette.get(colour === 'kq' ? '--queue' : `--${colour}`)!;
    const coloured = filled(rule.replace(/var\(--c(?:,var\([^)]*\))?\)/g, value));
    return `${plain}.${colour},.${colour} ${plain}{${coloured}}`;
  });
}

/** The value of a colour of the page. */
export function colourOf(name: string): string {
  return palette.get(`--${name}`) ?? 'none';
}

function filled(rule: string): string {
  return rule.replace(/var\(--(\w+)\)/g, (_, name: string) => colourOf(name));
}
