// What is read from the files of another tool: places, roads and trips, in the units of a study.

/** A node. */
export interface ImportedNode {
  readonly id: string;
  readonly name: string;
  /** Undefined when the files do not say where it lies. */
  readonly x: number | undefined;
  readonly y: number | undefined;
}

/** A link. */
export interface ImportedLink {
  readonly id: string;
  readonly name: string;
  readonly from: string;
  readonly to: string;
  /** Only from `from` to `to`. */
  readonly directed: boolean;
  readonly lengthKm: number;
  readonly hours: number;
}

/** What goes from one node to another. */
export interface ImportedTrip {
  readonly from: string;
  readonly to: string;
  /** In the unit of the file. */
  readonly volume: number;
}

/** A network with its trips. */
export interface ImportedNetwork {
  readonly nodes: readonly ImportedNode[];
  readonly links: readonly ImportedLink[];
  readonly trips: readonly ImportedTrip[];
  /** What was left out or decided, in words. */
  readonly notes: readonly string[];
}

/** The units that the files do not state; undefined = nobody said. */
export interface ImportUnits {
  readonly length: LengthUnit | undefined;
  readonly speed: SpeedUnit | undefined;
  readonly time: TimeUnit | undefined;
}

const kmPerMile = 1.609344;

/** Kilometres in each unit of length. */
export const lengthUnits = { km: 1, m: 0.001, mi: kmPerMile, ft: 0.0003048 } as const;
/** Kilometres an hour in each unit of speed. */
export const speedUnits = { 'km/h': 1, 'mi/h': kmPerMile, 'm/s': 3.6 } as const;
/** Hours in each unit of time, as a divisor, so that 90 min is exactly 1.5 h. */
export const timeUnits = { h: 1, min: 60, s: 3600 } as const;

export type LengthUnit = keyof typeof lengthUnits;
export type SpeedUnit = keyof typeof speedUnits;
export type TimeUnit = keyof typeof timeUnits;

/** An id that a study may use for a thing: with a letter in front where it begins with none. */
export function studyId(prefix: string, id: string): string {
  return /^[A-Za-z]/.test(id) ? id.replace(/[^A-Za-z0-9_-]/g, '_') : prefix + id;
}

/** `1 link`, `2 links`. */
export function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}

/** What to do when nobody said a unit. */
export function unitProblem(option: string, choices: object, of: string): string {
  return `say --${option}: ${Object.keys(choices).join(', ')}; the files do not say in which unit ${of}`;
}
