import { expect, test } from 'vitest';
import { MaglevSeedError, defaultMaglevSeed, parseMaglevSeed } from './maglev-seed';

test('a seed is twelve bytes of base64, or the agent does not start', () => {
  expect(parseMaglevSeed(defaultMaglevSeed)).toEqual({
    murmur: 616034178,
    jhashIPv4: 1910299206,
    jhashIPv6: 2454738568,
  });
  for (const seed of ['', 'AAEC', 'JLfvgnHc2kaSUFaI JLfv', 'JLfvgnHc2kaSUFa', 'JLfvgnHc2kaSUFaIAA==', '!!!!'])
    expect(() => parseMaglevSeed(seed), seed).toThrow(MaglevSeedError);
});
