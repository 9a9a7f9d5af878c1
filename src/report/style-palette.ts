// The colours of the page: one palette for light, one for dark.

// k1 to k8 are told apart by people who see no red or no green, too (they differ in lightness), and stand out from land,
// water and paper by 3 to 1; kn is what is not shipped, k0 all other corridors; t1 to t6 are groups of cost terms.
const lightPalette = `
--paper:#fdfbf7;--ink:#1c1b19;--soft:#5d5a54;--rule:#d9d4c9;--panel:#f4f0e8;--link:#0b5c8a;
--loss:#b3361e;--gain:#0b756f;--land:#f3f1ea;--water:#dbe7ef;--border:#cfcabd;--idle:#a9a398;
--event:#e8c9b8;--hit:#8a1c4a;--queue:#b07000;
--k1:#2f7ac9;--k2:#d9501f;--k3:#16824a;--k4:#93289b;--k5:#1b2a6b;--k6:#735a00;--k7:#6c1b1b;--k8:#0f8f9c;--k0:#77736b;--kn:#1c1b19;
--t1:#2f5f94;--t2:#4f8fc4;--t3:#8f6a1a;--t4:#b5361c;--t5:#7b3f8f;--t6:#8d8a83;`;

const darkPalette = `
--paper:#15171a;--ink:#eceae5;--soft:#a9a69f;--rule:#3a3d42;--panel:#1e2125;--link:#7cc0ea;
--loss:#f0876f;--gain:#4fc3b8;--land:#262a2f;--water:#13202b;--border:#43484f;--idle:#6c7077;
--event:#4d3a34;--hit:#f58ab8;--queue:#f0b429;
--k1:#5b9bf0;--k2:#f0872f;--k3:#5fdb8a;--k4:#ec9be0;--k5:#b9c4ff;--k6:#e6d44a;--k7:#e5484d;--k8:#35b5b5;--k0:#989389;--kn:#eceae5;
--t1:#5b9bf0;--t2:#a9cdf5;--t3:#d9b13b;--t4:#f0876f;--t5:#c994dd;--t6:#989389;`;

const classes = ['0', '1', '2', '3', '4', '5', '6', '7', '8', 'n']
  .map((name) => `.k${name}{--c:var(--k${name})}`)
  .join('');

/** Both palettes, and the classes that choose a colour for `--c`. */
export const paletteStyle = `:root{color-scheme:light dark;${lightPalette}}
@media screen and (prefers-color-scheme:dark){:root{${darkPalette}}}${classes}`;
