import type { CSSProperties } from 'react';
import type { NodeLook } from './rollout-look';

const hatch = (degrees: number, colour: string) =>
  `repeating-linear-gradient(${degrees}deg, ${colour} 0 1.75px, transparent 1.75px 5px)`;
const outline = (colour: string) => `inset 0 0 0 1px ${colour}`;

const oldSolid: CSSProperties = { background: 'var(--text-muted)' };

/**
 * How a look is filled: patterns tell them apart, colours repeat it. Accent is new values, grey old ones, and the
 * colour of what is bad for failure alone.
 */
export const stateFill: Record<NodeLook, CSSProperties> = {
  waiting: {
    background:
      'repeating-linear-gradient(90deg, var(--text-faint) 0 1.5px, transparent 1.5px 5px) center / 100% 1.5px no-repeat',
  },
  restarting: { background: hatch(135, 'var(--accent)'), boxShadow: outline('var(--accent)') },
  ready: { background: 'var(--surface)', boxShadow: outline('var(--accent)') },
  verified: { background: 'var(--accent)' },
  failed: {
    background: `${hatch(45, 'var(--bad)')}, ${hatch(135, 'var(--bad)')}`,
    boxShadow: outline('var(--bad)'),
  },
  'going-back': { background: hatch(45, 'var(--text-muted)'), boxShadow: outline('var(--text-muted)') },
  'ready-old': { background: 'var(--surface)', boxShadow: outline('var(--text-muted)') },
  'goes-back': { background: 'var(--accent)' },
  reverted: oldSolid,
  untouched: { background: 'var(--surface-sunken)', boxShadow: outline('var(--line-strong)') },
};
