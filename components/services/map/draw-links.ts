import type { Link, LinkDash, LinkTone } from './map-links';

/** Colours of links, as the theme gives them. */
export type LinkColours = { rest: string; bad: string; accent: string };

const dashes: Record<LinkDash, number[]> = { solid: [], 'some-nodes': [5, 3], 'no-new': [1.5, 3] };

/** Style of the canvas that carries the theme's colours: `light-dark()` is resolved in real properties only. */
export const linkColourStyle = {
  color: 'var(--link)',
  outlineColor: 'var(--bad)',
  caretColor: 'var(--accent)',
} as const;

/** Reads the theme's colours off an element styled with `linkColourStyle`. */
export function readLinkColours(element: Element): LinkColours {
  const { color, outlineColor, caretColor } = getComputedStyle(element);
  return { rest: color, bad: outlineColor, accent: caretColor };
}

/** Draws links in the order given; neighbours of one look share a path. Coordinates are CSS pixels, `ratio` device pixels each. */
export function drawLinks(
  context: CanvasRenderingContext2D,
  links: readonly Link[],
  colours: LinkColours,
  ratio: number,
): void {
  const { width, height } = context.canvas;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, width, height);
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  const batches = new Map<string, Link[]>();
  for (const link of links) {
    const key = `${link.tone} ${link.dash}`;
    const batch = batches.get(key);
    if (batch) batch.push(link);
    else batches.set(key, [link]);
  }
  for (const batch of batches.values()) {
    const [first] = batch;
    if (!first) continue;
    applyLook(context, first, colours);
    context.beginPath();
    for (const { x1, y1, x2, y2 } of batch) {
      const bend = (x2 - x1) / 2;
      context.moveTo(x1, y1);
      context.bezierCurveTo(x1 + bend, y1, x2 - bend, y2, x2, y2);
    }
    context.stroke();
  }
}

function applyLook(context: CanvasRenderingContext2D, { tone, dash }: Link, colours: LinkColours): void {
  const looks: Record<LinkTone, { colour: string; width: number; alpha: number }> = {
    rest: { colour: colours.rest, width: 1, alpha: 1 },
    quiet: { colour: colours.rest, width: 1, alpha: 0.45 },
    bad: { colour: colours.bad, width: 1, alpha: 1 },
    hover: { colour: colours.accent, width: 1.25, alpha: 1 },
    selected: { colour: colours.accent, width: 1.75, alpha: 1 },
    'selected-bad': { colour: colours.bad, width: 1.75, alpha: 1 },
  };
  const look = looks[tone];
  context.strokeStyle = look.colour;
  context.lineWidth = look.width;
  context.globalAlpha = look.alpha;
  context.setLineDash(dashes[dash]);
}
