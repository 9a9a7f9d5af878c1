// The style sheet of the page: system fonts, one palette for light and one for dark, room on phones, ink on paper.

const lightPalette = `
--paper:#fdfbf7;--ink:#1c1b19;--soft:#5d5a54;--rule:#d9d4c9;--panel:#f4f0e8;--link:#0b5c8a;
--loss:#b3361e;--gain:#0b756f;--rail:#1f4e79;--road:#a86f12;--sea:#5e9bbd;--ferry:#7a4f8f;
--land:#ece7dc;--water:#f7f9fa;--border:#cfc8ba;--idle:#a9a398;--event:#e8c9b8;--band:#a9c6dc;--hit:#8a1c4a;
--c1:#1f4e79;--c2:#a86f12;--c3:#0b756f;--c4:#8a1c4a;--c5:#6b6f2a;--c0:#8d8a83;`;

const darkPalette = `
--paper:#15171a;--ink:#eceae5;--soft:#a9a69f;--rule:#3a3d42;--panel:#1e2125;--link:#7cc0ea;
--loss:#f0876f;--gain:#4fc3b8;--rail:#7fb2e0;--road:#dba64c;--sea:#4f8aab;--ferry:#c39ad6;
--land:#2a2e33;--water:#191c20;--border:#43484f;--idle:#6c7077;--event:#4d3a34;--band:#2f5674;--hit:#f58ab8;
--c1:#7fb2e0;--c2:#dba64c;--c3:#4fc3b8;--c4:#f58ab8;--c5:#b5b865;--c0:#84888e;`;

const text = `
*{box-sizing:border-box}
html{scroll-padding-top:4rem;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
.masthead,main{max-width:75rem;margin:0 auto;padding:0 1.25rem}
.masthead{padding-top:3rem}
h1,h2,h3{font-family:ui-serif,"Iowan Old Style",Charter,Georgia,serif;font-weight:600;line-height:1.15;text-wrap:balance}
h1{font-size:clamp(1.9rem,5vw,3.1rem);margin:.3rem 0 .8rem}
h2{font-size:clamp(1.6rem,4vw,2.4rem);margin:.2rem 0 .6rem}
h3{font-size:1.35rem;margin:3rem 0 .8rem}
h4{font-size:1rem;margin:0 0 .2rem}
p,.events,.assumptions{max-width:44rem}
.kicker{margin:0;color:var(--loss);font-size:.85rem;font-weight:600;letter-spacing:.02em}
.dek{color:var(--soft);font-size:1.1rem;margin:.2rem 0 1.2rem}
figure .dek{font-size:.95rem;margin-bottom:.8rem}
.note{color:var(--soft);font-size:.85rem}
a{color:var(--link)}
:focus-visible{outline:3px solid var(--link);outline-offset:2px}
section{border-top:3px solid var(--ink);margin-top:4rem;padding-top:1rem}
figure{margin:2rem 0}
figure h3{margin-bottom:.2rem}
.unseen,.skip:not(:focus){position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip:focus{position:absolute;background:var(--paper);padding:.5rem 1rem;z-index:2}
nav{position:sticky;top:0;z-index:1;background:var(--paper);border-bottom:1px solid var(--rule);margin-top:1.5rem}
nav ul{display:flex;gap:1.4rem;overflow-x:auto;list-style:none;margin:0 auto;padding:.6rem 1.25rem;max-width:75rem;white-space:nowrap;font-size:.9rem}
nav a{text-decoration:none;color:var(--ink)}
nav a:hover{text-decoration:underline}
.findings{font:1.2rem/1.45 ui-serif,"Iowan Old Style",Charter,Georgia,serif;max-width:46rem;padding-left:1.1rem}
.findings li{margin:.5rem 0}
.headlines{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,10.5rem),1fr));gap:1.5rem;margin:2rem 0}
.headline{border-top:1px solid var(--rule);padding-top:.6rem}
.headline{display:flex;flex-direction:column;justify-content:space-between}
.headline dt{font-size:.9rem}
.headline dd{margin:0}
.headline strong{display:block;font-size:1.9rem;font-weight:600;line-height:1.2;font-variant-numeric:tabular-nums}
.headline span{color:var(--soft);font-size:.85rem}
.headline.loss strong,td.loss{color:var(--loss)}
.headline.gain strong,td.gain{color:var(--gain)}
.events li{margin:.4rem 0}
details{margin:1rem 0}
summary{cursor:pointer;color:var(--link);font-weight:600}
pre{background:var(--panel);padding:1rem;overflow-x:auto;font-size:.85rem}`;

const tables = `
.scroll{position:relative;overflow-x:auto;max-width:100%}
.charts+.scroll{margin-top:2rem}
tbody th{min-width:7rem}
table{border-collapse:collapse;font-size:.9rem;min-width:100%}
caption{text-align:left;color:var(--soft);padding-bottom:.5rem}
th,td{padding:.35rem .9rem .35rem 0;text-align:right;border-bottom:1px solid var(--rule);vertical-align:middle}
thead th{border-bottom:1px solid var(--ink);vertical-align:bottom;font-weight:600}
tbody th{font-weight:500;text-align:left}
.text{text-align:left}
td{font-variant-numeric:tabular-nums;white-space:nowrap}
td.text{white-space:normal}
.amount{display:block;white-space:normal}
.amount strong{white-space:nowrap}
tr.unclear th,tr.unclear td{color:var(--soft)}
tr.sink th,tr.sink td{border-top:1px solid var(--ink)}
td.bar{min-width:11rem}
.change-bar{display:block;width:11rem;height:18px}
.change-bar .loss{fill:var(--loss)}
.change-bar .gain{fill:var(--gain)}
.change-bar .neutral{fill:var(--soft);stroke:none}
.unclear .change-bar rect{opacity:.45}
.whisker{stroke:var(--ink);stroke-width:1.2;fill:none}
.axis{stroke:var(--soft);stroke-width:1}
.upright span{text-align:left;writing-mode:vertical-rl;transform:rotate(180deg);font-weight:500;max-height:11rem;line-height:1.1}
.heat{padding:.35rem .5rem;background:color-mix(in srgb,var(--loss) calc(var(--heat)*42%),transparent)}
.met.yes{color:var(--gain)}
.met.no{color:var(--loss);font-weight:600}
small{font-size:.82em;color:var(--soft)}`;

const charts = `
.definitions{position:absolute;width:0;height:0}
svg{font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
.map-picture{display:block;width:100%;min-width:780px;height:auto;background:var(--water)}
.land{fill:var(--land)}
.borders{fill:none;stroke:var(--border);stroke-width:.8}
.map use,.definitions use{fill:none;stroke-linecap:round;stroke-linejoin:round}
.map .land{fill:var(--land)}
.map .dots{fill:var(--ink);stroke:none}
.rail{stroke:var(--rail)}.road{stroke:var(--road)}.sea{stroke:var(--sea)}.ferry,.rail-ferry{stroke:var(--ferry)}
.layer .loss,.legend .loss{stroke:var(--loss)}
.layer .gain,.legend .gain{stroke:var(--gain)}
.map-picture,.definitions{stroke-width:.9}
.idle{stroke:var(--idle)}
.neutral{stroke:var(--soft)}
.hit-line{stroke:var(--hit);stroke-width:1.4;stroke-dasharray:1 5}
.hit{fill:var(--paper);stroke:var(--hit);stroke-width:2.2}
.places text{fill:var(--ink);stroke:var(--paper);stroke-width:3.2;paint-order:stroke;stroke-linejoin:round}
.layer.baseline,.layer.scenario,.legend.loads{display:none}
.map:has(.pick-baseline:checked) .layer.baseline,.map:has(.pick-scenario:checked) .layer.scenario{display:inline}
.map:has(.pick-baseline:checked) .layer.change,.map:has(.pick-scenario:checked) .layer.change{display:none}
.map:has(.pick-baseline:checked) .legend.loads,.map:has(.pick-scenario:checked) .legend.loads{display:flex}
.map:has(.pick-baseline:checked) .legend.changes,.map:has(.pick-scenario:checked) .legend.changes{display:none}
.switch{border:0;padding:0;margin:0 0 .8rem;display:flex;flex-wrap:wrap}
.switch legend{float:left;margin-right:.8rem;font-size:.9rem;padding:.35rem 0}
.switch label{position:relative}
.switch input{position:absolute;opacity:0}
.switch span{display:block;padding:.35rem .9rem;border:1px solid var(--soft);margin-left:-1px;font-size:.9rem;cursor:pointer}
.switch input:checked+span{background:var(--ink);color:var(--paper)}
.switch input:focus-visible+span{outline:3px solid var(--link);outline-offset:2px}
.legend{display:flex;flex-wrap:wrap;gap:.3rem 1.3rem;list-style:none;padding:0;margin:.7rem 0;font-size:.85rem;max-width:none;color:var(--soft)}
.legend li,.legend span{display:flex;align-items:center;gap:.4rem}
.legend svg{flex:none}
.columns{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,27rem),1fr));gap:2.5rem;align-items:start}
.columns figure{margin:0}
.columns>*{min-width:0}
.columns table{font-size:.8rem}
.columns .heat{padding:.35rem .3rem}
.diversion{display:block;width:100%;max-width:44rem;height:auto;font-size:12.5px}
.diversion text{fill:var(--ink);stroke:var(--paper);stroke-width:3;paint-order:stroke;stroke-linejoin:round}
.diversion .side{fill:var(--soft)}
.ribbon{opacity:.42}
.c0{fill:var(--c0)}.c1{fill:var(--c1)}.c2{fill:var(--c2)}.c3{fill:var(--c3)}.c4{fill:var(--c4)}.c5{fill:var(--c5)}
.lost{fill:var(--loss)}.gained{fill:var(--soft)}
.charts{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,21rem),1fr));gap:2rem}
.charts figure{margin:0;display:flex;flex-direction:column;justify-content:space-between}
.charts svg{display:block;width:100%;height:auto;font-size:12.5px}
.series text{fill:var(--soft)}
.grid{stroke:var(--rule);stroke-width:1}.zero{stroke:var(--soft);stroke-width:1}
.band{fill:var(--band);opacity:.6}
.after{fill:none;stroke:var(--rail);stroke-width:2.2}
.before{fill:none;stroke:var(--ink);stroke-width:1.4;stroke-dasharray:4 3}
.event{fill:var(--event);opacity:.55}
.series .event-number{fill:var(--loss);font-weight:600}`;

const paper = `
@media (max-width:40rem){.dek{font-size:1rem}table{font-size:.8rem}th,td{padding-right:.6rem}.headline strong{font-size:1.6rem}.findings{font-size:1.08rem}section{margin-top:3rem}}
@media print{nav,.skip,.switch{display:none}.scroll{overflow:visible}.map-picture{min-width:0}figure,tr,.headline{break-inside:avoid}h2,h3,h4{break-after:avoid}body{font-size:10pt}section.scenario{break-before:page}}`;

/** Everything between the style tags. */
export const styleSheet = `:root{color-scheme:light dark;${lightPalette}}
@media screen and (prefers-color-scheme:dark){:root{${darkPalette}}}${text}${tables}${charts}${paper}`;
