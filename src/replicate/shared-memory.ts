// Moves the typed arrays of a value into shared memory, so that threads receive them without a copy.

/**
 * A copy of `value` whose typed arrays lie in shared memory. Plain objects and arrays are walked; an array
 * that stands in several places is moved once.
 */
export function shareArrays<Value>(value: Value): Value {
  const moved = new Map<object, object>();
  const share = (part: unknown): unknown => {
    if (typeof part !== 'object' || part === null) return part;
    const known = moved.get(part);
    if (known) return known;
    const copy = copyOf(part, share);
    moved.set(part, copy);
    return copy;
  };
  return share(value) as Value;
}

function copyOf(part: object, share: (part: unknown) => unknown): object {
  if (part instanceof Float64Array) {
    const copy = new Float64Array(new SharedArrayBuffer(part.byteLength));
    copy.set(part);
    return copy;
  }
  if (part instanceof Int32Array) {
    const copy = new Int32Array(new SharedArrayBuffer(part.byteLength));
    copy.set(part);
    return copy;
  }
  if (ArrayBuffer.isView(part)) {
    throw new Error(`shared memory: no rule for ${part.constructor.name}`);
  }
  if (Array.isArray(part)) return part.map(share);
  return Object.fromEntries(Object.entries(part).map(([key, entry]) => [key, share(entry)]));
}
