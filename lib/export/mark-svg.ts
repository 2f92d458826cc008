import type { MapPalette, PictureMark } from './map-palette';

/** A part of a mark: its element without paint, and which paint it takes. */
type MarkPart = { element: string; paint: 'fill' | 'half' | 'stroke' | 'dot' };

/** The shapes of components/ui/state-mark.tsx in a box of 12: a test holds the two together. */
export const markParts: Readonly<Record<PictureMark, readonly MarkPart[]>> = {
  active: [{ element: '<circle cx="6" cy="6" r="4.5"', paint: 'fill' }],
  terminating: [
    { element: '<path d="M6 1.5a4.5 4.5 0 0 0 0 9z"', paint: 'half' },
    { element: '<circle cx="6" cy="6" r="4.4" stroke-width="1.2"', paint: 'stroke' },
  ],
  'terminating-not-serving': [{ element: '<circle cx="6" cy="6" r="4.2"', paint: 'stroke' }],
  quarantined: [{ element: '<path d="M6 .9 11.1 6 6 11.1 .9 6z"', paint: 'fill' }],
  maintenance: [{ element: '<rect x="1.8" y="1.8" width="8.4" height="8.4" rx=".5"', paint: 'fill' }],
  unknown: [
    { element: '<path d="M3.9 4.1A2.15 2.15 0 1 1 6 6.6v.9"', paint: 'stroke' },
    { element: '<circle cx="6" cy="10" r="1"', paint: 'dot' },
  ],
  leftover: [{ element: '<path d="M2.2 2.2l7.6 7.6M9.8 2.2 2.2 9.8"', paint: 'stroke' }],
  differs: [{ element: '<path d="M2 4.2h8M2 7.8h8M8.2 1.6 3.8 10.4" stroke-width="1.4"', paint: 'stroke' }],
  none: [
    {
      element: '<circle cx="6" cy="6" r="4.3" stroke-dasharray="2 1.7" stroke-linecap="butt"',
      paint: 'stroke',
    },
    { element: '<path d="M2.6 9.4 9.4 2.6" stroke-width="1.3"', paint: 'stroke' },
  ],
};

/** A mark of 12 by 12 pixels whose left top corner is at (x, y). */
export function markSvg(mark: PictureMark, x: number, y: number, { marks }: MapPalette): string {
  const { hue, edge } = marks[mark];
  const parts = markParts[mark].map(({ element, paint }) => {
    if (paint === 'fill') return `${element} fill="${hue}" stroke="${edge}" stroke-width="1"/>`;
    if (paint === 'half') return `${element} fill="${hue}"/>`;
    if (paint === 'dot') return `${element} fill="${edge}"/>`;
    const width = element.includes('stroke-width=') ? '' : ' stroke-width="1.6"';
    const cap = element.includes('stroke-linecap=') ? '' : ' stroke-linecap="round"';
    return `${element} fill="none" stroke="${edge}"${width}${cap} stroke-linejoin="round"/>`;
  });
  return `<g transform="translate(${x} ${y})">${parts.join('')}</g>`;
}
