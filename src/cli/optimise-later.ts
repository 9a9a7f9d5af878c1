// Lets Node 20 start its optimising compiler later: most commands are over before what it makes would pay.

// Loading a study runs much code once or a few hundred times. By default that is enough for the compiler to take it up,
// on a second core while there is one: half of the processor time of `validate`. Later versions of Node have a quick
// compiler for such code, and do not know this setting. See docs/performance.md, "Start".

import { setFlagsFromString } from 'node:v8';

/** Bytes of bytecode that a function runs through before it is optimised; 66 kB by default. */
const budget = 1_000_000;

if (process.versions.node.startsWith('20.')) setFlagsFromString(`--interrupt-budget=${budget}`);
