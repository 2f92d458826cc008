import { describe, expect, test } from 'vitest';
import { mapColumns } from './map-columns';

/** What the map has beside the open panel in a window of 1440 px. */
const besidePanel = 976;
const gutters = ({ frontends, backends, nodes }: ReturnType<typeof mapColumns>) => [
  backends.left - frontends.left - frontends.width,
  nodes.left - backends.left - backends.width,
];

describe('the columns of the map', () => {
  test('have the widths of the design beside the panel', () => {
    const columns = mapColumns(besidePanel);
    expect([columns.frontends.width, columns.backends.width, columns.nodes.width]).toEqual([408, 264, 124]);
    expect(gutters(columns)).toEqual([72, 84]);
    expect(columns.width).toBe(besidePanel);
  });

  test('show the nodes whole beside the panel and a scroll bar, however long the addresses of a dual-stack cluster', () => {
    const frontend = '[fd00:f853:ccd:e793::2]:32199'.length;
    const backend = '[fd00:10:244:1::e]:4317'.length;
    const columns = mapColumns(besidePanel - 15, { frontend, backend });
    expect(columns.width).toBeLessThanOrEqual(besidePanel - 15);
    for (const gutter of gutters(columns)) expect(gutter).toBeGreaterThanOrEqual(40);
  });

  test('scroll sideways rather than cut an address or leave links no room', () => {
    const columns = mapColumns(besidePanel, { frontend: 47, backend: 47 });
    expect(columns.frontends.width).toBeGreaterThanOrEqual(408 + 24 * 7);
    expect(gutters(columns)).toEqual([40, 56]);
    expect(columns.width).toBeGreaterThan(besidePanel);
  });

  test('grow in a wide window, but for the text of frontends', () => {
    const columns = mapColumns(1400);
    expect(columns.frontends.width).toBe(408);
    expect(gutters(columns)).toEqual([132, 168]);
    expect(columns.backends.width).toBe(320);
  });
});
