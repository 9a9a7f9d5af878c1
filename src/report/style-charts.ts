// How the map and the charts of the page look, and the controls that switch them.

const map = `
.definitions{position:absolute;width:0;height:0}
svg{font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
.map-picture{display:block;width:100%;min-width:860px;height:auto;background:var(--water)}
.small-map{display:block;width:100%;height:auto;background:var(--water)}
.land{fill:var(--land)}
.borders{fill:none;stroke:var(--border);stroke-width:.8}
.map use,.small-map use,.definitions use{fill:none;stroke-linecap:round;stroke-linejoin:round}
.map .land,.small-map .land{fill:var(--land)}
.map .dots{fill:var(--ink);stroke:none}
.map-picture,.definitions{stroke-width:.9}
use[class^=k],.legend path{stroke:var(--c)}
use.loss,.legend .loss{stroke:var(--loss)}
use.gain,.legend .gain{stroke:var(--gain)}
g.idle,.legend .idle{stroke:var(--idle)}
.legend .neutral{stroke:var(--soft)}
.queue{fill:var(--queue);fill-opacity:.35;stroke:var(--queue);stroke-width:1.2}
.hit-line{stroke:var(--hit);stroke-width:1.6;stroke-dasharray:1 5}
.closed-line{stroke:var(--hit);stroke-width:2.6;stroke-dasharray:4 5}
.hit{fill:var(--paper);stroke:var(--hit);stroke-width:2.2}
.closed circle{fill:var(--hit)}
.legend .closed path,.closed path{stroke:var(--paper);stroke-width:2;fill:none}
.places text{fill:var(--ink);stroke:var(--land);stroke-width:3.2;paint-order:stroke;stroke-linejoin:round}
.layer.baseline,.layer.scenario,.legend.loads{display:none}
.map:has(.pick-baseline:checked) .layer.baseline,.map:has(.pick-scenario:checked) .layer.scenario{display:inline}
.map:has(.pick-baseline:checked) .layer.change,.map:has(.pick-scenario:checked) .layer.change{display:none}
.map:has(.pick-baseline:checked) .legend.loads,.map:has(.pick-scenario:checked) .legend.loads{display:flex}
.map:has(.pick-baseline:checked) .legend.changes,.map:has(.pick-scenario:checked) .legend.changes{display:none}`;

const controls = `
.controls{display:flex;flex-wrap:wrap;align-items:center;gap:.6rem 1.4rem;margin:0 0 .8rem;font-size:.9rem}
.controls select{font:inherit;color:inherit;background:var(--paper);border:1px solid var(--soft);padding:.3rem .5rem;max-width:100%}
.controls input[type=checkbox]{width:1rem;height:1rem;accent-color:var(--link);vertical-align:-.15em}
.switch{border:0;padding:0;margin:0;display:flex;flex-wrap:wrap}
.switch legend{float:left;margin-right:.8rem;padding:.35rem 0}
.switch label{position:relative}
.switch input{position:absolute;opacity:0}
.switch span{display:block;padding:.35rem .9rem;border:1px solid var(--soft);margin-left:-1px;cursor:pointer}
.switch input:checked+span{background:var(--ink);color:var(--paper)}
.switch input:focus-visible+span{outline:3px solid var(--link);outline-offset:2px}
.tip{position:fixed;z-index:3;pointer-events:none;max-width:18rem;background:var(--ink);color:var(--paper);padding:.3rem .6rem;font-size:.8rem;line-height:1.35;white-space:pre-line;border-radius:3px}
.legend{display:flex;flex-wrap:wrap;align-items:center;gap:.3rem 1.3rem;list-style:none;padding:0;margin:.7rem 0;font-size:.85rem;max-width:none;color:var(--soft)}
.legend li,.legend span{display:flex;align-items:center;gap:.4rem}
.legend svg{flex:none}`;

const charts = `
.columns{display:grid;grid-template-columns:minmax(0,1fr);gap:1.5rem}
.columns figure{margin:0}
.columns table{font-size:.8rem}
.columns .heat{padding:.35rem .4rem}
.sides{display:flex;justify-content:space-between;margin:0 0 .3rem;font-size:.85rem;color:var(--soft);max-width:34rem}
.diversion{display:block;width:100%;max-width:34rem;height:auto;font-size:12.5px}
.diversion text{fill:var(--ink);stroke:var(--paper);stroke-width:3;paint-order:stroke;stroke-linejoin:round}
.ribbon{fill:none;stroke:var(--c);stroke-opacity:.42}
.ribbon:hover{stroke-opacity:.7}
rect.bar{fill:var(--c)}
.charts{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,21rem),1fr));gap:2rem}
.charts figure{margin:0;display:flex;flex-direction:column;justify-content:space-between}
.charts svg{display:block;width:100%;height:auto;font-size:12.5px}
.series text{fill:var(--soft)}
.grid{stroke:var(--rule);stroke-width:1}.zero{stroke:var(--soft);stroke-width:1}
.band{fill:var(--c,var(--k1));opacity:.28}
.after{fill:none;stroke:var(--c,var(--k1));stroke-width:2.2}
.before{fill:none;stroke:var(--ink);stroke-width:1.4;stroke-dasharray:4 3}
.legend .after{stroke:var(--soft)}.legend .before{stroke:var(--ink)}.legend .band{fill:var(--soft)}
.cursor{stroke:var(--ink);stroke-width:1}
.event{fill:var(--event);opacity:.3}.event-start{fill:none;stroke:var(--loss);stroke-width:1;stroke-dasharray:1 3}.legend .event{opacity:.55}
.kq{--c:var(--queue)}
b.event-number{color:var(--loss)}
.series .event-number{fill:var(--loss);font-weight:600}
.term-bar{display:block;width:100%;min-width:12rem;height:26px}
td.terms{width:45%}
.term{stroke:var(--paper);stroke-width:1}
.term-bar .total{stroke:var(--ink);stroke-width:2.5}
${[1, 2, 3, 4, 5, 6].map((term) => `.t${term}{--c:var(--t${term});fill:var(--t${term})}`).join('')}
.small-maps{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,17rem),1fr));gap:1.5rem;list-style:none;padding:0;margin:1.5rem 0}
.small-maps li{display:flex;flex-direction:column;justify-content:flex-end}
.small-maps a{display:block;font-weight:600;font-size:.9rem;margin-bottom:.3rem}
.small-maps small{display:block}`;

export const chartStyle = `${map}${controls}${charts}`;
