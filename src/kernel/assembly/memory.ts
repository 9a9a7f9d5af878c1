// Reads the table of addresses and the arrays behind it.

/** Address or size that stands in an entry of the table. */
@inline
export function at(slot: i32): i32 {
  return load<i32>(slot << 2);
}

@inline
export function int(array: i32, index: i32): i32 {
  return load<i32>(array + (index << 2));
}

@inline
export function byte(array: i32, index: i32): i32 {
  return <i32>load<u8>(array + index);
}

@inline
export function num(array: i32, index: i32): f64 {
  return load<f64>(array + (index << 3));
}

@inline
export function put(array: i32, index: i32, value: f64): void {
  store<f64>(array + (index << 3), value);
}

@inline
export function add(array: i32, index: i32, value: f64): void {
  const address = array + (index << 3);
  store<f64>(address, load<f64>(address) + value);
}
