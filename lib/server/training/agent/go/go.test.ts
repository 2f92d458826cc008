import { describe, expect, it } from 'vitest';
import { formatGoDuration, formatHumanDuration, parseGoDuration } from './duration';
import { formatFixed } from './fixed';
import { formatGoJson } from './json';
import { layOut } from './tabwriter';

describe('the tab writer', () => {
  it('widens a column over consecutive lines only', () => {
    const text = 'a\tb\tc\nlonger\tb\tc\nno tabs\nx\ty\n';
    expect(layOut(text, { minWidth: 0, padding: 2 })).toBe('a       b  c\nlonger  b  c\nno tabs\nx  y\n');
  });
  it('pads the last cell of a line that ends in a tab', () => {
    expect(layOut('ID\tType\t\n1\tNodePort\t\n', { minWidth: 5, padding: 3 })).toBe(
      'ID   Type       \n1    NodePort   \n',
    );
  });
  it('counts characters, not bytes', () => {
    expect(layOut('└─\tx\nabc\tx\n', { minWidth: 0, padding: 1 })).toBe('└─  x\nabc x\n');
  });
});

describe('durations', () => {
  it.each([
    [0, '0s'],
    [999, '999ns'],
    [340_454, '340.454µs'],
    [1_228_517, '1.228517ms'],
    [63e9, '1m3s'],
    [259_208e9, '72h0m8s'],
    [96_566_274_746, '1m36.566274746s'],
  ])('%d ns is %s, and back', (nanoseconds, text) => {
    expect(formatGoDuration(nanoseconds)).toBe(text);
    expect(parseGoDuration(text)).toBeCloseTo(nanoseconds, 0);
  });
  it('needs a unit', () => {
    expect(parseGoDuration('500')).toBeNaN();
    expect(parseGoDuration('-1s')).toBe(-1e9);
  });
  it('shortens ages as kubectl does', () => {
    const ages = [59, 119, 179, 605, 3 * 3600 + 60, 100 * 3600].map((seconds) =>
      formatHumanDuration(seconds * 1000),
    );
    expect(ages).toEqual(['59s', '119s', '2m59s', '10m', '3h1m', '4d4h']);
  });
});

describe('numbers and JSON', () => {
  it('rounds a tie to the even digit', () => {
    expect([formatFixed(0.125, 2), formatFixed(0.375, 2), formatFixed(5.104, 2)]).toEqual([
      '0.12',
      '0.38',
      '5.10',
    ]);
  });
  it('sorts keys by bytes and escapes what HTML could read', () => {
    expect(formatGoJson({ b: '<&>', B: undefined, a: { enabledX: 1, enabled: {} } })).toBe(
      '{\n  "a": {\n    "enabled": {},\n    "enabledX": 1\n  },\n  "b": "\\u003c\\u0026\\u003e"\n}',
    );
  });
});
