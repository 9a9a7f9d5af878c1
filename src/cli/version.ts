// The version of this package.

import { createRequire } from 'node:module';

/** As in package.json, which lies two folders up both from the source and from the build. */
export const version = (createRequire(import.meta.url)('../../package.json') as { version: string })
  .version;
