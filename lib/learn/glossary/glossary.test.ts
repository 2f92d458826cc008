import { describe, expect, test } from 'vitest';
import { fieldIds } from '@/lib/cilium/fields/field-id';
import { simulatorIds } from '../simulator/simulator-id';
import { glossary, wordOf } from './glossary';
import { letterOf } from './letter-of';
import { searchWords } from './search-words';

/** Lines that only head others, whose own names say it all, or that stand under a word of theirs. */
const withoutWord = (id: string) => id.startsWith('annotation-');

describe('the glossary', () => {
  test('has each word once, by id, by name and by its other names', () => {
    const names = glossary.flatMap(({ word, also }) => [word, ...also]).map((name) => name.toLowerCase());
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    expect(new Set(glossary.map(({ id }) => id)).size).toBe(glossary.length);
    expect(glossary.length).toBeGreaterThanOrEqual(60);
  });

  test('stands in the order of the alphabet, letter by letter', () => {
    const letters = glossary.map(letterOf);
    expect(letters).toEqual(letters.toSorted());
  });

  test.each(glossary.map((word) => [word.id, word] as const))(
    '%s leads on to words that exist',
    (id, word) => {
      expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(word.see.length).toBeGreaterThan(0);
      for (const other of word.see) {
        expect(wordOf(other), `${id} → ${other}`).toBeDefined();
        expect(other).not.toBe(id);
      }
      expect(word.links.length).toBeGreaterThan(0);
    },
  );

  test.each(glossary.map((word) => [word.id, word] as const))(
    '%s is told in one to four sentences',
    (_, { text }) => {
      const sentences = text.split(/(?<=[.!?])\s+(?=[A-Z0-9])/);
      expect(sentences.length).toBeLessThanOrEqual(4);
      expect(text.length).toBeLessThan(420);
      expect(text).toMatch(/\.$/);
    },
  );

  test('leaves no word that no other leads to', () => {
    const seen = new Set<string>(glossary.flatMap(({ see }) => see));
    expect(glossary.filter(({ id }) => !seen.has(id)).map(({ id }) => id)).toEqual([]);
  });

  test('has a word for every simulator and for every line of cilium status that is explained', () => {
    const links = glossary.flatMap((word) => word.links);
    const simulators = new Set(links.flatMap((link) => (link.to === 'simulator' ? [link.id] : [])));
    const fields = new Set(links.flatMap((link) => (link.to === 'field' ? [link.id] : [])));
    expect(simulatorIds.filter((id) => !simulators.has(id))).toEqual([]);
    expect(fieldIds.filter((id) => !fields.has(id) && !withoutWord(id))).toEqual([]);
  });
});

describe('what is typed', () => {
  const found = (typed: string) => searchWords(glossary, typed).map(({ id }) => id);

  test('finds the word itself first, by any of its names', () => {
    expect(found('dsr')[0]).toBe('dsr');
    expect(found('Direct server return')[0]).toBe('dsr');
    expect(found(' KPR ')[0]).toBe('kube-proxy-replacement');
    expect(found('sticky')[0]).toBe('session-affinity');
  });

  test('finds words by their meaning too, after those by name', () => {
    const ids = found('tcpdump');
    expect(ids).toEqual(['xdp']);
  });

  test('finds nothing for nonsense, all for nothing', () => {
    expect(found('quux')).toEqual([]);
    expect(found('  ')).toHaveLength(glossary.length);
  });
});
