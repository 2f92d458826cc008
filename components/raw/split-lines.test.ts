import { describe, expect, it } from 'vitest';
import { shownLine, splitLines } from './split-lines';

describe('splitLines', () => {
  it('numbers lines as an editor does', () => {
    expect(splitLines('')).toEqual([]);
    expect(splitLines('a\nb\n')).toEqual(['a', 'b']);
    expect(splitLines('a\n\nb')).toEqual(['a', '', 'b']);
  });
  it('takes 10 MB in well under a second', () => {
    const text = 'ID   Frontend   Service Type   Backend\n'.repeat(270_000);
    const startedMs = performance.now();
    expect(splitLines(text)).toHaveLength(270_000);
    expect(performance.now() - startedMs).toBeLessThan(1_000);
  });
});

describe('shownLine', () => {
  it('keeps what the agent printed, tabs and trailing spaces too', () =>
    expect(shownLine('  - NodePort:\tEnabled ')).toBe('  - NodePort:\tEnabled '));
  it('shows terminal commands and direction marks as what they are', () => {
    expect(shownLine('\u001b[31mred')).toBe('\u241b[31mred');
    expect(shownLine('a\u202eb')).toBe('a\ufffdb');
  });
  it('cuts a line no screen can bear, and says how much is missing', () => {
    const shown = shownLine('x'.repeat(30_000));
    expect(shown.length).toBeLessThan(20_100);
    expect(shown).toContain('10000 more characters');
  });
});
