import type { CSSProperties } from 'react';

/** Hues and patterns have no common divisor, so that 56 backends differ in one of the two. */
const hues = 8;
const patterns = 7;

/** How a backend looks: its letter stands beside. */
type BackendLook = {
  style: CSSProperties & Record<`--${string}`, string>;
  'data-pattern': number;
};

/** Gives the hue and the pattern of a backend by its place; spread it on an element. */
export function backendLook(index: number): BackendLook {
  return { style: { '--c': `var(--k${index % hues})` }, 'data-pattern': index % patterns };
}

/** Gives the token of a backend's hue. */
export function backendHue(index: number): string {
  return `--k${index % hues}`;
}
