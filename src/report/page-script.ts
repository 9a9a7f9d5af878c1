// The script of the page: tooltips, and the switches of period, cargo and year. Without it the page shows the whole
// horizon and the year of the most diversion; with it nothing is fetched either.

import { barWidth, diagramWidth } from './diversion-layout.ts';
import { leastChangeShown, thinnestStroke, widestStroke } from './map-lines.ts';
import { largestQueueRadius, leastQueueRadius } from './map-queues.ts';
import { plotBottom, plotLeft, plotRight, plotTop } from './series-chart.ts';

const tools = `
const data = JSON.parse(document.getElementById('data').textContent);
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const minus = (text) => String(text).replace('-', '\\u2212');
function make(name, attributes, ...children) {
  const isShape = ['g', 'use', 'path', 'rect', 'circle', 'text', 'title'].includes(name);
  const made = isShape
    ? document.createElementNS('http://www.w3.org/2000/svg', name)
    : document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}
function tonnes(kilotonnes) {
  const size = Math.abs(kilotonnes);
  const [value, unit] = size >= 1000 ? [kilotonnes / 1000, 'Mt'] : size >= 1 ? [kilotonnes, 'kt'] : [kilotonnes * 1000, 't'];
  return minus(Number(value.toPrecision(3))) + '\\u00a0' + unit;
}
const signed = (kilotonnes) => (kilotonnes > 0 ? '+' : '') + tonnes(kilotonnes);
for (const label of all('label.select')) label.hidden = false;
`;

const tooltips = `
const tip = make('div', { class: 'tip', hidden: '' });
document.body.append(tip);
function showTip(text, event) {
  tip.textContent = text;
  tip.hidden = false;
  const { width, height } = tip.getBoundingClientRect();
  const left = Math.min(event.clientX + 14, innerWidth - width - 8);
  const above = event.clientY - height - 14;
  tip.style.left = Math.max(8, left) + 'px';
  tip.style.top = (above > 8 ? above : event.clientY + 18) + 'px';
}
document.addEventListener('pointermove', (event) => {
  const target = event.target.closest?.('[data-tip]') ?? titled(event.target);
  const chart = event.target.closest?.('svg[data-months]');
  if (target) showTip(target.dataset.tip, event);
  else if (chart) showMonth(chart, event);
  else tip.hidden = true;
  if (!chart) for (const cursor of all('.cursor')) cursor.remove();
});
addEventListener('scroll', () => (tip.hidden = true), { passive: true });
/** A shape with a title of its own: the tip takes its place. */
function titled(target) {
  const shape = target.closest?.('use,circle,g.closed,path');
  const title = shape?.querySelector(':scope>title');
  if (!title) return null;
  shape.dataset.tip = title.textContent;
  title.remove();
  return shape;
}
const monthNames = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
function showMonth(chart, event) {
  const { months, before, after, low, high, unit } = chart.dataset;
  const frame = chart.getBoundingClientRect();
  const across = ((event.clientX - frame.left) / frame.width) * chart.viewBox.baseVal.width;
  const lists = [before, after, low, high].map((list) => list.split(','));
  const count = lists[0].length;
  const month = Math.floor(((across - ${plotLeft}) / (${plotRight} - ${plotLeft})) * count);
  for (const cursor of all('.cursor')) cursor.remove();
  if (month < 0 || month >= count) {
    tip.hidden = true;
    return;
  }
  const x = (${plotLeft} + ((month + 0.5) / count) * (${plotRight} - ${plotLeft})).toFixed(1);
  chart.append(make('path', { class: 'cursor', d: 'M' + x + ' ${plotTop}V${plotBottom}' }));
  const first = Number(months.slice(0, 4)) * 12 + Number(months.slice(5)) - 1 + month;
  const [b, a, l, h] = lists.map((list) => minus(list[month] || '\\u2013'));
  showTip(
    monthNames[first % 12] + ' ' + Math.floor(first / 12) + ', ' + unit +
      '\\nScenario ' + a + ' (nine runs in ten: ' + l + ' to ' + h + ')\\nBaseline ' + b,
    event,
  );
}
`;

const maps = `
const width = (load, largest) => Math.max((Math.abs(load) / largest) * ${widestStroke}, ${thinnestStroke}).toFixed(1);
const byWidth = (loads) => loads.map((_, i) => i).sort((a, b) => Math.abs(loads[b]) - Math.abs(loads[a]) || a - b);
const line = (i, colour, load, largest, text) =>
  make('use', { href: '#l' + i, class: colour, 'stroke-width': width(load, largest), 'data-tip': data.strokes[i][0] + ': ' + text });
function runLines(loads, queues) {
  const lines = byWidth(loads).filter((i) => loads[i] > 0)
    .map((i) => line(i, data.strokes[i][1], loads[i], data.largestLoad, tonnes(loads[i])));
  return [...lines, ...circles(queues)];
}
function changeLines(before, change, largest) {
  const changed = (i) => Math.abs(change[i]) > largest * ${leastChangeShown};
  const idle = before.flatMap((load, i) => (load > 0 && !changed(i) ? [make('use', { href: '#l' + i })] : []));
  const lines = byWidth(change).filter(changed)
    .map((i) => line(i, change[i] < 0 ? 'loss' : 'gain', change[i], largest, signed(change[i])));
  return [make('g', { class: 'idle' }, ...idle), ...lines];
}
function circles(queues) {
  return byWidth(queues).flatMap((i) => {
    const radius = ${largestQueueRadius} * Math.sqrt(queues[i] / data.largestQueue);
    if (!(radius >= ${leastQueueRadius})) return [];
    const [name, x, y] = data.posts[i];
    return [make('circle', { cx: x, cy: y, r: radius.toFixed(1), class: 'queue', 'data-tip': name + ': ' + tonnes(queues[i]) + ' wait on average' })];
  });
}
function drawMap(figure, year) {
  const scenario = data.scenarios[figure.dataset.map];
  const baseline = data.baselines[scenario.baseline];
  const before = baseline.loads[year];
  const change = scenario.change[year];
  const fill = (name, shapes) => figure.querySelector('.layer.' + name).replaceChildren(...shapes);
  fill('change', [...changeLines(before, change, scenario.largestChange), ...circles(scenario.queues[year])]);
  fill('baseline', runLines(before, baseline.queues[year]));
  fill('scenario', runLines(before.map((load, i) => Math.max(0, load + change[i])), scenario.queues[year]));
  const name = data.years[year];
  for (const mark of all('.event-mark', figure)) {
    const acts = mark.dataset.from <= name && name <= mark.dataset.to;
    mark.setAttribute('display', acts ? 'inline' : 'none');
  }
  figure.querySelector('.dek').textContent = 'Tonnes on every line in ' + name;
  figure.querySelector('.map-picture').setAttribute('aria-label', 'Map of the tonnes on every line in ' + name);
}
for (const figure of all('.map')) {
  const select = figure.querySelector('select');

  if ('year' in figure.dataset) {
    const layers = figure.querySelector('.switch');
    layers.hidden = false;
    layers.addEventListener('change', () => drawMap(figure, Number(select.value)), { once: true });
  }
  select?.addEventListener('change', () => drawMap(figure, Number(select.value)));
}
`;

const diversion = `
const partyOf = (party) => (typeof party === 'number' ? data.parties[party] : [party, party, 'k0']);
function drawDiversion(part) {
  const [period, cargo] = ['period', 'commodity'].map((name) => Number(part.querySelector('[data-switch=' + name + ']').value));
  const state = data.scenarios[part.dataset.diversion].diversion[cargo][period];
  part.querySelector('.columns').hidden = !state;
  part.querySelector('.none').hidden = Boolean(state);
  if (!state) return;
  const [unit, height, losers, gainers, moves] = state;
  const chart = part.querySelector('svg.diversion');
  chart.setAttribute('viewBox', '0 0 ${diagramWidth} ' + height);
  chart.replaceChildren(...ribbons(losers, gainers, moves), ...losers.flatMap(bar('start')), ...gainers.flatMap(bar('end')));
  for (const each of all('.unit', part)) each.textContent = unit;
  const caption = part.querySelector('caption');
  caption.textContent = caption.textContent.replace(/[^ ]+$/, unit);
  drawMatrix(part.querySelector('table'), losers, gainers, moves);
}
function ribbons(losers, gainers, moves) {
  const used = [losers, gainers].map((bars) => bars.map((each) => each[2]));
  return moves.map(([from, to, thickness, mean, interval]) => {
    const [start, end] = [used[0][from] + thickness / 2, used[1][to] + thickness / 2];
    used[0][from] += thickness;
    used[1][to] += thickness;
    const [left, middle, right] = [${barWidth}, ${diagramWidth / 2}, ${diagramWidth - barWidth}];
    const d = 'M' + left + ' ' + start.toFixed(1) + 'C' + middle + ' ' + start.toFixed(1) + ' ' + middle + ' ' + end.toFixed(1) + ' ' + right + ' ' + end.toFixed(1);
    const [name, , colour] = partyOf(losers[from][0]);
    const text = name + ' \\u2192 ' + partyOf(gainers[to][0])[0] + '\\n' + mean + (interval ? ' (' + interval + ')' : '');
    return make('path', { d, class: 'ribbon ' + colour, 'stroke-width': Math.max(thickness, 0.1), 'data-tip': text });
  });
}
const bar = (side) => ([party, amount, top, height]) => {
  const [, short, colour] = partyOf(party);
  const left = side === 'start';
  return [
    make('rect', { x: left ? 0 : ${diagramWidth - barWidth}, y: top, width: ${barWidth}, height: Math.max(height, 1), class: 'bar ' + colour }),
    make('text', { x: left ? ${barWidth + 5} : ${diagramWidth - barWidth - 5}, y: top + height / 2 + 4, 'text-anchor': side }, short + ' ' + amount),
  ];
};
function drawMatrix(table, losers, gainers, moves) {
  const most = Math.max(...moves.map((move) => move[2]));
  const corner = table.tHead.rows[0].cells[0];
  const heads = gainers.map(([party]) => make('th', { scope: 'col', class: 'upright' }, make('span', {}, partyOf(party)[0])));
  table.tHead.rows[0].replaceChildren(corner, ...heads);
  const rows = losers.map(([party], from) => {
    const cells = gainers.map((_, to) => {
      const move = moves.find((each) => each[0] === from && each[1] === to);
      if (!move || !move[3]) return make('td', {});
      const [, , thickness, mean, interval, bounds] = move;
      return make('td', { class: 'heat', style: '--heat:' + (thickness / most).toFixed(2) }, mean,
        make('small', { class: 'interval' }, interval), make('small', { class: 'bounds' }, bounds));
    });
    return make('tr', {}, make('th', { scope: 'row' }, partyOf(party)[0]), ...cells);
  });
  table.tBodies[0].replaceChildren(...rows);
}
for (const part of all('[data-diversion]'))
  for (const select of all('select', part))
    select.addEventListener('change', () => {
      const [period, cargo] = all('select', part);
      const states = data.scenarios[part.dataset.diversion].diversion;
      // No room for this cargo in this year: what was chosen last stays.
      if (states[cargo.value][period.value] === null) (select === cargo ? period : cargo).value = '0';
      drawDiversion(part);
    });
`;

/** Everything between the script tags. */
export const pageScript = `(() => {${tools}${tooltips}${maps}${diversion}})();`;
