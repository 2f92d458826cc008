/** What XML 1.0 does not allow, and marks that turn the direction of what follows: both could hide what is there. */
const unwanted = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/g;
const loneSurrogate = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text of the cluster as XML text or attribute: escaped, with what may not stand in XML replaced. */
export function xmlText(text: string): string {
  return text
    .replace(unwanted, '\ufffd')
    .replace(loneSurrogate, '\ufffd')
    .replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

/** A text of at most so many characters, the last of them `…` where it was cut. */
export function cutText(text: string, most: number): string {
  const characters = Array.from(text.slice(0, 2 * most + 2));
  return characters.length <= most ? text : `${characters.slice(0, Math.max(0, most - 1)).join('')}…`;
}

export type TextLook = {
  colour: string;
  /** Font size in pixels. */
  size: number;
  weight?: 400 | 500 | 600;
  mono?: boolean;
  anchor?: 'start' | 'middle' | 'end';
  struck?: boolean;
};

/** What follows a text on its line, in a look of its own; `gap` pixels away. */
export type TextBehind = { text: string; colour: string; size?: number; gap?: number };

/** One line of text whose baseline starts, or ends, at (x, y), and what follows it. */
export function svgText(
  text: string,
  x: number,
  y: number,
  look: TextLook,
  behind: TextBehind | null = null,
): string {
  const attributes = [
    `x="${round(x)}" y="${round(y)}" font-size="${look.size}" fill="${look.colour}"`,
    look.weight === undefined || look.weight === 400 ? '' : ` font-weight="${look.weight}"`,
    look.mono === true ? ' class="m"' : '',
    look.anchor === undefined || look.anchor === 'start' ? '' : ` text-anchor="${look.anchor}"`,
    look.struck === true ? ' text-decoration="line-through"' : '',
  ];
  const more = behind === null ? '' : behindSvg(behind);
  return `<text ${attributes.join('')}>${xmlText(text)}${more}</text>`;
}

function behindSvg({ text, colour, size, gap }: TextBehind): string {
  const look = size === undefined ? '' : ` font-size="${size}" font-weight="400"`;
  return `<tspan fill="${colour}"${look}${gap === undefined ? '' : ` dx="${gap}"`}>${xmlText(text)}</tspan>`;
}

/** A coordinate with at most two decimals. */
export function round(value: number): number {
  return Math.round(value * 100) / 100;
}
