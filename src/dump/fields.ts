// How the numbers of a dump are described: every array with its shape, its unit and its meaning.

/** The arrays that a dump holds. */
export type DumpedArray = Float64Array | Int32Array | Uint8Array;

/** What an array holds. */
export interface ArrayField {
  /** Sizes, row by row: names of counts or of lists, see `sizeOf`. */
  readonly shape: readonly string[];
  /** Unit of its values: a measure, or what the values are numbers of. */
  readonly unit: string;
  readonly meaning: string;
}

/** What a single value is. */
export interface ScalarField {
  readonly unit: string;
  readonly meaning: string;
}

/** A description of each array of a part of the model: the compiler asks for those that are missing. */
export type ArrayFields<Part> = {
  readonly [Key in keyof Part as Part[Key] extends DumpedArray ? Key : never]-?: ArrayField;
};

/** A description of each single value of a part of the model. */
export type ScalarFields<Part> = {
  readonly [Key in keyof Part as Part[Key] extends number | string | boolean
    ? Key
    : never]-?: ScalarField;
};

/** A description of an array. */
export function array(shape: readonly string[], unit: string, meaning: string): ArrayField {
  return { shape, unit, meaning };
}

/** An array as it stands in a dump. */
export interface DescribedArray extends ArrayField {
  /** With the part of the model it belongs to: `routes.cellRouteStart`. */
  readonly name: string;
  readonly values: DumpedArray;
}

/** The arrays of a part with their descriptions, in the order of the descriptions. */
export function describe<Part extends object>(
  prefix: string,
  part: Part,
  fields: ArrayFields<Part>,
): DescribedArray[] {
  return Object.entries<ArrayField>(fields as Record<string, ArrayField>).map(([key, field]) => ({
    name: prefix === '' ? key : `${prefix}.${key}`,
    ...field,
    values: part[key as keyof Part] as DumpedArray,
  }));
}
