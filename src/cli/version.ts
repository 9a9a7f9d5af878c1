// The version of this package.

import { createRequire } from 'node:module';

/** As in package.json. */
export const version = (createRequire(import.meta.url)('#package.json') as { version: string })
  .version;
