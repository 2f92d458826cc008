import { clsx } from 'clsx';
import {
  Check,
  CircleCheck,
  CircleX,
  Ellipsis,
  Minus,
  RotateCw,
  Square,
  SquareCheck,
  Undo2,
  type LucideIcon,
} from 'lucide-react';
import { lookWords, type NodeLook } from './rollout-look';

const marks: Record<NodeLook, { Icon: LucideIcon; tone: string }> = {
  waiting: { Icon: Ellipsis, tone: 'text-muted' },
  restarting: { Icon: RotateCw, tone: 'text-accent-text' },
  ready: { Icon: Square, tone: 'text-accent-text' },
  verified: { Icon: Check, tone: 'text-accent-text' },
  failed: { Icon: CircleX, tone: 'text-bad' },
  'going-back': { Icon: Undo2, tone: 'text-muted' },
  'ready-old': { Icon: SquareCheck, tone: 'text-muted' },
  'goes-back': { Icon: Check, tone: 'text-accent-text' },
  reverted: { Icon: CircleCheck, tone: 'text-muted' },
  untouched: { Icon: Minus, tone: 'text-muted' },
};

/** The state of a node: its shape and its word. */
export function NodeState({ look }: { look: NodeLook }) {
  const { Icon, tone } = marks[look];
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
      <Icon aria-hidden size={13} strokeWidth={1.75} className={clsx('flex-none', tone)} />
      <span className={clsx(look === 'failed' && 'font-semibold text-bad')}>{lookWords[look]}</span>
    </span>
  );
}
