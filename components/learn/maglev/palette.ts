/** Colours of tokens as dots of a picture: four bytes each, red first. */
export type Palette = {
  text: number;
  hues: number[];
  /** The hues laid thinly on the background. */
  tints: number[];
};

/** Stronger than the tint of a cell, as a dot is small; weak enough that what moved stands out. */
const tintStrength = 0.32;

/** Reads the tokens as they are in the theme in sight. */
export function readPalette(hueTokens: readonly string[]): Palette {
  const probe = document.createElement('span');
  // Less motion is wanted as very short transitions: in one, the probe would still have the colour before.
  probe.style.transitionProperty = 'none';
  document.body.append(probe);
  const context = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  const read = (colour: string) => {
    probe.style.color = colour;
    if (context === null) return [0, 0, 0] as const;
    context.fillStyle = getComputedStyle(probe).color;
    context.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
    return [red, green, blue] as const;
  };
  const background = read('var(--bg)');
  const hues = hueTokens.map((token) => read(`var(${token})`));
  const text = dot(read('var(--text)'));
  probe.remove();
  return {
    text,
    hues: hues.map(dot),
    tints: hues.map(([red, green, blue]) =>
      dot([mixed(red, background[0]), mixed(green, background[1]), mixed(blue, background[2])]),
    ),
  };
}

function mixed(hue: number, background: number): number {
  return Math.round(hue * tintStrength + background * (1 - tintStrength));
}

function dot([red, green, blue]: readonly [number, number, number]): number {
  return ((255 << 24) | (blue << 16) | (green << 8) | red) >>> 0;
}
