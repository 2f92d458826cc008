import { describe, expect, it } from 'vitest';
import { fields } from './catalogue';
import { version } from './catalogued-agents.fixture';
import { inSpan } from './version-span';

describe('agent versions', () => {
  it('prints Socket LB Coverage from 1.12.9 and 1.13.2, not in 1.13.0', () => {
    const printed = (text: string) =>
      fields['socket-lb-coverage'].printed.some((span) => inSpan(version(text), span));
    expect(['1.12.8', '1.12.9', '1.12.19', '1.13.0', '1.13.1', '1.13.2', '1.14.0'].map(printed)).toEqual([
      false,
      true,
      true,
      false,
      false,
      true,
      true,
    ]);
  });
});
