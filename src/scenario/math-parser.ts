// The parser of mathjs alone. The build bundles it into one file, which loads many times faster than all of mathjs.

import { create, parseDependencies } from 'mathjs/number';

export const { parse } = create({ parseDependencies });
