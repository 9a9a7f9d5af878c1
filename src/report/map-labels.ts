// Places names on a map so that none covers another, the most important first.

/** A name that wants a place. */
export interface LabelWish {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  /** Higher = placed earlier; equal ones in the order given. */
  readonly importance: number;
}

/** A name that got a place. */
export interface PlacedLabel {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Size of the letters, px. */
export const labelSize = 14;
const averageLetterWidth = 0.56 * labelSize;
const gap = 6;

/** Where a name may stand around its dot, best first: across and down in gaps, and which end touches the dot. */
const positions = [
  { across: 1, down: 0.75, anchor: 'start' },
  { across: -1, down: 0.75, anchor: 'end' },
  { across: 0.6, down: -1, anchor: 'start' },
  { across: 0.6, down: 2.7, anchor: 'start' },
  { across: -0.6, down: -1, anchor: 'end' },
  { across: -0.6, down: 2.7, anchor: 'end' },
  { across: 0, down: -1.5, anchor: 'middle' },
  { across: 0, down: 3.2, anchor: 'middle' },
] as const;

/** Places as many names as fit in the frame, clear of all marks and of one another. */
export function placeLabels(
  wishes: readonly LabelWish[],
  marks: readonly { readonly x: number; readonly y: number; readonly radius: number }[],
  frame: { readonly width: number; readonly height: number },
): readonly PlacedLabel[] {
  const taken = marks.map(({ x, y, radius }) => boxAround(x, y, radius));
  const placed: PlacedLabel[] = [];
  for (const wish of [...wishes].sort((a, b) => b.importance - a.importance)) {
    for (const { across, down, anchor } of positions) {
      const label = { name: wish.name, x: wish.x + across * gap, y: wish.y + down * gap, anchor };
      const box = labelBox(label);
      if (!inside(box, frame) || taken.some((other) => overlap(box, other))) continue;
      taken.push(box);
      placed.push(label);
      break;
    }
  }
  return placed;
}

/** The room a label takes, from the width that its letters have on average. */
export function labelBox({ name, x, y, anchor }: PlacedLabel): Box {
  const width = name.length * averageLetterWidth;
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  return { left, right: left + width, top: y - labelSize * 0.8, bottom: y + labelSize * 0.25 };
}

function boxAround(x: number, y: number, radius: number): Box {
  return { left: x - radius, right: x + radius, top: y - radius, bottom: y + radius };
}

function inside(box: Box, frame: { readonly width: number; readonly height: number }): boolean {
  return (
    box.left > 4 && box.right < frame.width - 4 && box.top > 4 && box.bottom < frame.height - 4
  );
}

function overlap(one: Box, other: Box): boolean {
  return (
    one.left < other.right &&
    other.left < one.right &&
    one.top < other.bottom &&
    other.top < one.bottom
  );
}
