// Writes the controls that change what a chart shows.

import { element, type Markup, text } from './markup.ts';

/** A list to choose from, the first chosen; hidden until the script of the page, which acts on it, shows it. */
export function selectBox(
  label: string,
  name: string,
  options: readonly string[],
  chosen = 0,
): Markup {
  return element(
    'label',
    { class: 'select', hidden: true },
    text(`${label} `),
    element(
      'select',
      { 'data-switch': name },
      ...options.map((option, index) =>
        element(
          'option',
          { value: String(index), selected: index === chosen ? true : undefined },
          text(option),
        ),
      ),
    ),
  );
}
