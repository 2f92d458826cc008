'use client';

import { Info, TriangleAlert } from 'lucide-react';
import { statusHref } from '@/components/settings/status-href';
import { Prose } from '@/components/status/explain/prose';
import { Button } from '@/components/ui/button';
import { OutsideLink } from '@/components/ui/outside-link';
import { TextLink } from '@/components/ui/text-link';
import { fields } from '@/lib/cilium/fields/catalogue';
import { paths } from '@/lib/paths';
import type { AdviceItem } from '@/lib/snapshot/advice/advice-view';
import { EvidenceList } from './evidence-list';

const marks = {
  warn: { Icon: TriangleAlert, className: 'text-warn', label: 'Warning' },
  info: { Icon: Info, className: 'text-muted', label: 'Good to know' },
} as const;

/** One piece of advice: what is, why it matters, what it goes by, what to do, and a way not to see it again. */
export function AdviceRow({
  item,
  isSilenced,
  onSwitch,
}: {
  item: AdviceItem;
  isSilenced: boolean;
  onSwitch: () => void;
}) {
  const { title, reason, todo, field, issue, evidence, severity } = item;
  const { Icon, className, label } = marks[severity];
  const node = evidence.flatMap(({ subject }) => (subject.kind === 'agents' ? subject.nodes : []))[0];
  const to = node === undefined ? `${paths.status}?field=${field}` : statusHref({ id: field }, node);
  return (
    <li className="grid grid-cols-[1rem_minmax(0,1fr)] gap-x-2.5 py-3">
      <Icon role="img" aria-label={label} size={15} strokeWidth={1.6} className={`mt-0.5 ${className}`} />
      <div className="min-w-0">
        <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
          <h3 className="min-w-0 font-semibold text-balance">{title}</h3>
          <Button kind="quiet" size="small" onClick={onSwitch} aria-label={`${verb(isSilenced)}: ${title}`}>
            {verb(isSilenced)}
          </Button>
        </div>
        <p className="max-w-prose text-pretty text-muted">{reason}</p>
        <EvidenceList item={item} />
        <p className="mt-1.5 max-w-prose text-pretty wrap-anywhere">
          <b className="font-medium">What to do.</b> <Prose text={todo} />
        </p>
        <p className="mt-1 flex flex-wrap gap-x-4 text-small">
          <TextLink href={to}>{fields[field].title} explained</TextLink>
          {issue !== null && (
            <OutsideLink href={`https://github.com/cilium/cilium/issues/${issue}`}>
              cilium/cilium#{issue}
            </OutsideLink>
          )}
        </p>
      </div>
    </li>
  );
}

function verb(isSilenced: boolean): string {
  return isSilenced ? 'Bring back' : 'Silence';
}
