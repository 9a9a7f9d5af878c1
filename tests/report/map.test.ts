// The parts of the map: frame, sea lanes, strokes, labels.

import { describe, expect, it } from 'vitest';
import { mapFrame } from '../../src/report/map-frame.ts';
import { labelBox, placeLabels } from '../../src/report/map-labels.ts';
import { strokeWidth } from '../../src/report/map-lines.ts';
import { linkWays, mapStrokes } from '../../src/report/map-strokes.ts';
import { type Position, seaWay } from '../../src/report/sea-lanes.ts';
import { summary } from './fixture.ts';

const port = (key: string, position: Position) => ({ key, position });
const mumbai = port('BOM', [72.95, 18.95]);
const suez = port('SUZ', [32.55, 29.95]);
const bandarAbbas = port('BND', [56.06, 27.11]);

describe('sea lanes', () => {
  const keys = (from: ReturnType<typeof port>, to: ReturnType<typeof port>) =>
    seaWay(from, to).map((point) => point.key);

  it('lead from India to Suez through Bab el-Mandeb', () => {
    expect(keys(mumbai, suez)).toContain('mandeb');
  });

  it('lead into the Gulf through Hormuz', () => {
    expect(keys(mumbai, port('JEA', [55.05, 25.02]))).toContain('hormuz');
  });

  it('are the same there and back', () => {
    expect(keys(mumbai, suez)).toEqual(keys(suez, mumbai).reverse());
  });

  it('join close ports by a straight line', () => {
    expect(keys(bandarAbbas, port('JEA', [55.05, 25.02]))).toEqual(['BND', 'JEA']);
  });

  it('do not lead out of the Caspian', () => {
    expect(keys(port('BAK', [49.42, 39.98]), port('PTI', [41.65, 42.15]))).toEqual(['BAK', 'PTI']);
  });
});

describe('map frame', () => {
  it('holds every node when none is outlying', () => {
    const frame = mapFrame(summary.nodes);
    for (const { longitudeDegrees, latitudeDegrees } of summary.nodes)
      expect(frame.shown([longitudeDegrees, latitudeDegrees])).toBeDefined();
  });

  it('is not stretched by one far node among many', () => {
    const near = Array.from({ length: 30 }, (_, index) => ({
      ...summary.nodes[0],
      longitudeDegrees: 40 + index,
      latitudeDegrees: 30 + (index % 20),
    }));
    const cape = { ...summary.nodes[0], longitudeDegrees: 18.5, latitudeDegrees: -34.8 };
    const frame = mapFrame([...near, cape]);
    expect(frame.shown([18.5, -34.8])).toBeUndefined();
    expect(frame.shown([55, 40])).toBeDefined();
  });
});

describe('map strokes', () => {
  const strokes = mapStrokes(summary, mapFrame(summary.nodes), linkWays(summary));

  it('move road and railway between the same places apart', () => {
    const [rail, road] = ['link L2', 'link L3'].map((key) =>
      strokes.find((stroke) => stroke.key === key),
    );
    expect(rail?.path).toBe(road?.path);
    expect(rail?.shift).toEqual([0, 0]);
    expect(Math.hypot(...(road?.shift ?? []))).toBeCloseTo(3.5, 10);
  });

  it('share a stretch of lane between the links that use it', () => {
    // Ships from Bandar Abbas to Mumbai and to Suez leave the Gulf together.
    const toSuez = { ...summary.links[3], id: 'L6', to: 'SUZ' };
    const study = { ...summary, links: [...summary.links, toSuez] };
    const lanes = mapStrokes(study, mapFrame(study.nodes), linkWays(study));
    const strait = lanes.find((stroke) => stroke.key === 'hormuz oman');
    expect(strait?.links).toEqual(['L4', 'L6']);
  });

  it('are as wide as the tonnes, up to a least width', () => {
    expect(strokeWidth(50, 100)).toBe(strokeWidth(100, 100) / 2);
    expect(strokeWidth(-50, 100)).toBe(strokeWidth(50, 100));
    expect(strokeWidth(1e-9, 100)).toBeGreaterThan(0);
    expect(strokeWidth(0, 0)).toBe(0);
  });
});

describe('map labels', () => {
  const frame = { width: 400, height: 300 };
  // Sixty places on a spiral, too dense for all names to fit.
  const wishes = Array.from({ length: 60 }, (_, index) => ({
    name: `Place number ${index}`,
    x: 200 + 2.5 * index * Math.cos(index),
    y: 150 + 2 * index * Math.sin(index),
    importance: index === 40 ? 1000 : 60 - index,
  }));
  const labels = placeLabels(
    wishes,
    wishes.map(({ x, y }) => ({ x, y, radius: 3 })),
    frame,
  );

  it('never cover one another', () => {
    const boxes = labels.map(labelBox);
    for (const [index, one] of boxes.entries())
      for (const other of boxes.slice(index + 1))
        expect(
          one.right <= other.left ||
            other.right <= one.left ||
            one.bottom <= other.top ||
            other.bottom <= one.top,
        ).toBe(true);
  });

  it('stay in the frame', () => {
    for (const box of labels.map(labelBox)) {
      expect(Math.min(box.left, box.top)).toBeGreaterThan(0);
      expect(box.right).toBeLessThan(frame.width);
      expect(box.bottom).toBeLessThan(frame.height);
    }
  });

  it('are given to the most important places first', () => {
    expect(labels[0].name).toBe('Place number 40');
    expect(labels.length).toBeLessThan(wishes.length);
  });
});
