// The style sheet of the page: system fonts, room on phones, ink on paper.

import { chartStyle } from './style-charts.ts';
import { paletteStyle } from './style-palette.ts';

const text = `
*{box-sizing:border-box}
[hidden]{display:none!important}
html{scroll-padding-top:4rem;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
.masthead,main{max-width:75rem;margin:0 auto;padding:0 1.25rem}
.masthead{padding-top:3rem}
main{padding-bottom:4rem}
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
.headline{border-top:1px solid var(--rule);padding-top:.6rem;display:flex;flex-direction:column;justify-content:space-between}
.headline dt{font-size:.9rem}
.headline dd{margin:0}
.headline strong{display:block;font-size:1.9rem;font-weight:600;line-height:1.2;font-variant-numeric:tabular-nums}
.headline span{color:var(--soft);font-size:.85rem}
.headline.loss strong,td.loss{color:var(--loss)}
.headline.gain strong,td.gain{color:var(--gain)}
.events li{margin:.4rem 0}
.events small{display:block}
details{margin:1rem 0}
summary{cursor:pointer;color:var(--link);font-weight:600}
pre{background:var(--panel);padding:1rem;overflow-x:auto;font-size:.85rem;white-space:pre-wrap}
code{overflow-wrap:anywhere}`;

const tables = `
.scroll{position:relative;overflow-x:auto;max-width:100%}
.charts+.scroll{margin-top:2rem}
tbody th{min-width:7rem;overflow-wrap:anywhere}
table{border-collapse:collapse;font-size:.9rem;min-width:100%}
caption{text-align:left;color:var(--soft);padding-bottom:.5rem}
th,td{padding:.35rem .9rem .35rem 0;text-align:right;border-bottom:1px solid var(--rule);vertical-align:middle}
thead th{border-bottom:1px solid var(--ink);vertical-align:bottom;font-weight:600}
tbody th{font-weight:500;text-align:left}
.text{text-align:left}
td{font-variant-numeric:tabular-nums;white-space:nowrap}
td.text{white-space:normal}
.amount{display:block;white-space:normal}
.amount strong,.amount small{display:inline-block;white-space:nowrap}.amount strong{margin-right:.4em}
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
.heat{--heat:0;padding:.35rem .5rem;background:color-mix(in srgb,var(--h,var(--loss)) calc(var(--heat)*42%),transparent)}
.heat.gain{--h:var(--gain)}.heat.neutral{--h:var(--soft)}
.heat.loss,.heat.gain{color:inherit}
.heat.unclear{font-style:italic}
.heat small{display:block;color:inherit;font-size:.78em;line-height:1.2;white-space:nowrap;margin-left:auto}
small.bounds,.matrix small.interval,:has(>.controls .show-bounds:checked) small.interval{display:none}
:has(>.controls .show-bounds:checked) small.bounds{display:block}
.matrix:has(.show-intervals:checked) small.interval{display:block}
.matrix table{min-width:0}.matrix th:first-child{position:sticky;left:0;background:var(--paper)}@media (min-width:60rem){.matrix tbody th{min-width:14rem}}.matrix td{padding:.35rem .5rem;font-size:.85rem;min-width:4.2rem}.matrix .level{max-width:11rem;padding-left:.8rem;font-weight:500}.matrix .heat{background:color-mix(in srgb,var(--h,var(--loss)) calc(var(--heat)*44%),transparent)}
.matrix .upright a{color:inherit}
.chip{display:inline-block;width:.7em;height:.7em;margin-right:.45em;background:var(--c,var(--k0))}
.met.yes{color:var(--gain)}
.met.no{color:var(--loss);font-weight:600}
small{font-size:.82em;color:var(--soft)}
.hash{font-family:ui-monospace,Consolas,monospace;font-size:.8em;white-space:normal;overflow-wrap:anywhere}`;

const paper = `
@media (max-width:40rem){.dek{font-size:1rem}table{font-size:.8rem}th,td{padding-right:.6rem}.headline strong{font-size:1.6rem}.findings{font-size:1.08rem}section{margin-top:3rem}.diversion{font-size:13px}.charts svg{font-size:13.5px}}
@page{margin:10mm}
@media print{nav,.skip,.switch,.controls,.tip{display:none}.scroll{overflow:visible}.map-picture{min-width:0}figure,tr,.headline{break-inside:avoid}h2,h3,h4{break-after:avoid}html{font-size:12px}body{font-size:1rem}.masthead,main{padding:0}.matrix th:first-child{position:static}.matrix tbody th{min-width:8rem}.matrix td,.matrix .upright{font-size:.6rem;min-width:0;padding:.2rem .1rem}section.scenario{break-before:page}}`;

/** Everything between the style tags. */
export const styleSheet = `${paletteStyle}${text}${tables}${chartStyle}${paper}`;
