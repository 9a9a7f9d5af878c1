// Maps of keys as schemas, and how a schema says what is wrong.

import * as z from 'zod';
import type { Fault } from './quantity.ts';

/**
 * A fault as the message of a schema, which can only be a text: code, colon, message, and the
 * hint on a second line.
 */
export function schemaMessage({ code, message, hint }: Fault): string {
  return `${code}: ${message}\n${hint}`;
}

/** A map of keys, all others being errors, whose message is the list of the valid keys. */
export function section<Shape extends z.core.$ZodShape>(shape: Shape) {
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys' ? Object.keys(shape).join(' ') : undefined,
  });
}
