// Names a list of places in few words: whole countries by the country, many places of one by their number.

import { countryName } from './country-names.ts';

/** A place as far as its name goes. */
export interface NamedPlace {
  readonly id: string;
  readonly name: string;
  /** ISO 3166-1 alpha-3 code. */
  readonly country: string;
}

/** So many places of one country are counted rather than named. */
const leastCounted = 5;

/**
 * The places in words, in order of appearance: `India` for every place of the study in India, when there are
 * several; `12 places in China` for many of its places; else the place's name, or its id when it is unknown.
 */
export function namePlaces(ids: readonly string[], places: readonly NamedPlace[]): string[] {
  const byId = new Map(places.map((place) => [place.id, place]));
  const listed = new Map<string, string[]>();
  for (const id of ids) {
    const place = byId.get(id);
    // Unknown places make a group each.
    const group = place ? place.country : `id ${id}`;
    listed.set(group, [...(listed.get(group) ?? []), place ? shortName(place.name) : id]);
  }
  return [...listed].flatMap(([country, names]) => {
    const inStudy = places.filter((place) => place.country === country).length;
    if (names.length > 1 && names.length === inStudy) return [countryName(country)];
    if (names.length >= leastCounted) return [`${names.length} places in ${countryName(country)}`];
    return names;
  });
}

/** A name without what stands in brackets or after a slash: `Bandar Abbas (Shahid Rajaee)` is `Bandar Abbas`. */
export function shortName(name: string): string {
  return name.replace(/\s+\(.*$|\s+\/.*$|\s*;.*$/, '') || name;
}

/** Names in a row, the first few of many: `A, B, C, D and 2 more`. */
export function listNames(names: readonly string[], separator: string, mostNamed: number): string {
  const others = names.length - mostNamed;
  const named = names.slice(0, mostNamed).join(separator);
  return others > 0 ? `${named} and ${others} more` : named;
}
