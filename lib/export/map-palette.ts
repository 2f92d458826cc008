/** Marks of the map: a backend's state, or what we say of a row. */
export type PictureMark =
  | 'active'
  | 'terminating'
  | 'terminating-not-serving'
  | 'quarantined'
  | 'maintenance'
  | 'unknown'
  | 'leftover'
  | 'differs'
  | 'none';

export type PictureTheme = 'light' | 'dark';

/** Colours of a picture: a file on its own has no tokens, and most programs that draw SVG know no oklch(). */
export type MapPalette = {
  bg: string;
  line: string;
  lineStrong: string;
  text: string;
  muted: string;
  faint: string;
  link: string;
  bad: string;
  /** A mark's hue and what draws its outline. */
  marks: Record<PictureMark, { hue: string; edge: string }>;
};

const stroke = (colour: string) => ({ hue: colour, edge: colour });

/** The tokens of components/ui/tokens.css as literal colours. */
export const mapPalettes: Record<PictureTheme, MapPalette> = {
  light: {
    bg: '#f8fafc',
    line: '#dee2e5',
    lineStrong: '#bfc5ca',
    text: '#171d26',
    muted: '#535c66',
    faint: '#656d75',
    link: '#b4bcc3',
    bad: '#b3400f',
    marks: {
      active: { hue: '#009e73', edge: '#00583f' },
      terminating: { hue: '#e69f00', edge: '#835900' },
      'terminating-not-serving': { hue: '#d55e00', edge: '#793200' },
      quarantined: { hue: '#cc79a7', edge: '#74425e' },
      maintenance: { hue: '#56b4e9', edge: '#2d6585' },
      unknown: { hue: '#5f646d', edge: '#33363b' },
      leftover: stroke('#b3400f'),
      differs: stroke('#b3400f'),
      none: stroke('#b3400f'),
    },
  },
  dark: {
    bg: '#0c1015',
    line: '#262c32',
    lineStrong: '#424850',
    text: '#e8ebef',
    muted: '#9fa5ac',
    faint: '#8d959c',
    link: '#3c434b',
    bad: '#ff8a5c',
    marks: {
      active: { hue: '#009e73', edge: '#77bfa1' },
      terminating: { hue: '#e69f00', edge: '#f0c17a' },
      'terminating-not-serving': { hue: '#d55e00', edge: '#e8976e' },
      quarantined: { hue: '#cc79a7', edge: '#e0a6c4' },
      maintenance: { hue: '#56b4e9', edge: '#95cef2' },
      unknown: { hue: '#9aa0aa', edge: '#bbbfc6' },
      leftover: stroke('#ff8a5c'),
      differs: stroke('#ff8a5c'),
      none: stroke('#ff8a5c'),
    },
  },
};
