// Writes fitted constants into the text of a corridors file, leaving all else as it is.

import { isMap, isScalar, isSeq, parseDocument } from 'yaml';

/**
 * The text with the constants in place, to a tenth of a dollar.
 * @param constants USD/t by corridor id; each of these corridors must have a constant already, the text of which is replaced
 * @returns undefined when one of them has none
 */
export function writeConstants(
  text: string,
  constants: ReadonlyMap<string, number>,
): string | undefined {
  const places = placesOfConstants(text);
  const edits = [...constants].map(([id, constant]) => ({ at: places.get(id), constant }));
  if (edits.some(({ at }) => at === undefined)) return undefined;
  return edits
    .sort((a, b) => b.at![0] - a.at![0])
    .reduce(
      (written, { at, constant }) =>
        `${written.slice(0, at![0])}${roundedConstant(constant)} USD/t${written.slice(at![1])}`,
      text,
    );
}

/** A constant to a tenth of a dollar, as it is written. */
function roundedConstant(constant: number): number {
  return Math.round(constant * 10) / 10;
}

/** Where the constant of each corridor stands in the text. */
function placesOfConstants(text: string): Map<string, readonly [number, number]> {
  const list = parseDocument(text).get('corridors');
  const places = new Map<string, readonly [number, number]>();
  if (!isSeq(list)) return places;
  for (const item of list.items) {
    if (!isMap(item)) continue;
    const constant = item.get('constant', true);
    if (isScalar(constant) && constant.range)
      places.set(String(item.get('id')), [constant.range[0], constant.range[1]]);
  }
  return places;
}
