// One measurement of `npm run bench:growth`.

import { measureGrowth } from './growth-cases.ts';

const [name, size] = process.argv.slice(2);
process.send!(measureGrowth(name, Number(size)));
