import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { mapPalettes, type MapPalette, type PictureMark, type PictureTheme } from './map-palette';

type Colour = readonly [number, number, number];

const tokens = new Map(
  [
    ...readFileSync(new URL('../../components/ui/tokens.css', import.meta.url), 'utf8').matchAll(
      /(--[\w-]+): (.+);/g,
    ),
  ]
    // High contrast, which follows, says the same names again.
    .toReversed()
    .map(([, name = '', value = '']) => [name, value]),
);

/** OKLab to sRGB in 0 to 255 (CSS Color 4). */
function fromOklab([lightness, a, b]: Colour): Colour {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const linear: Colour = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
  const gamma = (x: number) => (x <= 0.0031308 ? 12.92 * x : 1.055 * Math.max(0, x) ** (1 / 2.4) - 0.055);
  return [gamma(linear[0]) * 255, gamma(linear[1]) * 255, gamma(linear[2]) * 255];
}

function toOklab([red, green, blue]: Colour): Colour {
  const linear = (v: number) => (v / 255 <= 0.04045 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4);
  const [r, g, b] = [linear(red), linear(green), linear(blue)];
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function fromHex(hex: string): Colour {
  const part = (at: number) => parseInt(hex.slice(at, at + 2), 16);
  return [part(1), part(3), part(5)];
}

function tokenColour(name: string, theme: PictureTheme): Colour {
  const value = tokens.get(name) ?? '';
  const halves = /^light-dark\((#\w+|oklch\([^)]*\)), (#\w+|oklch\([^)]*\))\)$/.exec(value);
  const half = halves === null ? value : (halves[theme === 'light' ? 1 : 2] ?? '');
  if (half.startsWith('#')) return fromHex(half);
  const numbers = /^oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)$/.exec(half);
  if (numbers === null) throw new Error(`${name} is ${value}`);
  const [l, c, h] = numbers.slice(1).map(Number) as [number, number, number];
  return fromOklab([l, c * Math.cos((h * Math.PI) / 180), c * Math.sin((h * Math.PI) / 180)]);
}

function expectNear(hex: string, colour: Colour, what: string): void {
  fromHex(hex).forEach((part, at) => expect(Math.abs(part - (colour[at] ?? NaN)), what).toBeLessThan(1.01));
}

const surfaces: Record<Exclude<keyof MapPalette, 'marks'>, string> = {
  bg: '--bg',
  line: '--line',
  lineStrong: '--line-strong',
  text: '--text',
  muted: '--text-muted',
  faint: '--text-faint',
  link: '--link',
  bad: '--bad',
};

const hues: Record<PictureMark, string> = {
  active: '--state-active',
  terminating: '--state-terminating',
  'terminating-not-serving': '--state-not-serving',
  quarantined: '--state-quarantined',
  maintenance: '--state-maintenance',
  unknown: '--state-unknown',
  leftover: '--bad',
  differs: '--bad',
  none: '--bad',
};

test.each(['light', 'dark'] as const)('the colours of a %s picture are the tokens', (theme) => {
  const palette = mapPalettes[theme];
  for (const [role, token] of Object.entries(surfaces) as [keyof typeof surfaces, string][]) {
    expectNear(palette[role], tokenColour(token, theme), role);
  }
  for (const [mark, token] of Object.entries(hues) as [PictureMark, string][]) {
    const hue = tokenColour(token, theme);
    expectNear(palette.marks[mark].hue, hue, mark);
    if (token === '--bad') continue;
    // base.css: `--edge: color-mix(in oklab, var(--c) 66%, var(--mark-edge))`.
    const ground = theme === 'light' ? 0 : 1;
    const [l, a, b] = toOklab(hue);
    expectNear(
      palette.marks[mark].edge,
      fromOklab([l * 0.66 + ground * 0.34, a * 0.66, b * 0.66]),
      `edge of ${mark}`,
    );
  }
});
