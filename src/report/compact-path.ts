// Rewrites the path data of lines in fewer characters: relative steps, in tenths of a pixel.

/** Path data of absolute moves and lines (`M`, `L`, `Z`) as relative steps; steps in one direction become one. */
export function compactPath(path: string): string {
  let written = '';
  let here = [0, 0];
  let steps: number[][] = [];
  const flush = () => {
    if (steps.length > 0) written += `l${joinNumbers(steps.flat())}`;
    steps = [];
  };
  for (const [, command, numbers] of path.matchAll(/([MLZ])([^MLZ]*)/g)) {
    if (command === 'Z') {
      flush();
      written += 'Z';
      continue;
    }
    const place = numbers.split(',').map((number) => Math.round(Number(number) * 10));
    if (command === 'M') {
      flush();
      written += `M${joinNumbers(place)}`;
    } else addStep(steps, [place[0] - here[0], place[1] - here[1]]);
    here = place;
  }
  flush();
  return written;
}

function addStep(steps: number[][], step: number[]): void {
  const last = steps[steps.length - 1];
  if (step[0] === 0 && step[1] === 0) return;
  const isSameDirection =
    last !== undefined &&
    last[0] * step[1] === last[1] * step[0] &&
    last[0] * step[0] + last[1] * step[1] > 0;
  if (isSameDirection) steps[steps.length - 1] = [last[0] + step[0], last[1] + step[1]];
  else steps.push(step);
}

/** Tenths as decimals, with a space only where two numbers would run into one. */
function joinNumbers(tenths: readonly number[]): string {
  let joined = '';
  let hasPoint = false;
  // A second decimal point starts a new number.
  const endsBefore = (digits: string) => hasPoint && digits.startsWith('.');
  for (const [index, number] of tenths.entries()) {
    const digits = String(number / 10).replace(/^(-?)0\./, '$1.');
    joined += index === 0 || digits.startsWith('-') || endsBefore(digits) ? digits : ` ${digits}`;
    hasPoint = digits.includes('.');
  }
  return joined;
}
