'use client';

import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { usePhone } from '@/components/services/use-phone';
import { PendingBars } from '@/components/state/pending-bars';
import { QueryPanel } from '@/components/state/query-panel';
import { PanelMessage } from '@/components/ui/panel-message';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { TextButton } from '@/components/ui/text-link';
import { formatPlural } from '@/lib/format';
import { agentsQuery } from '@/lib/queries/agents';
import { agreementQuery } from '@/lib/queries/agreement';
import { frontendsQuery } from '@/lib/queries/frontends';
import { MatrixGrid } from './matrix-grid';
import { MatrixLegend } from './matrix-legend';
import { matrixRows } from './matrix-rows';

const segments = [
  { value: 'differing', label: 'Differing' },
  { value: 'all', label: 'All' },
] as const;

type MatrixPanelProps = {
  className?: string;
  rows: 'differing' | 'all';
  onRows: (rows: 'differing' | 'all') => void;
};

/** Node by frontend, for the patient. */
export function MatrixPanel({ className, rows: which, onRows }: MatrixPanelProps) {
  const isPhone = usePhone();
  const agreement = useQuery(agreementQuery());
  const frontends = useQuery(frontendsQuery());
  const agents = useQuery(agentsQuery()).data?.items;
  const nodes = useMemo(() => (agents ?? []).map(({ node }) => node), [agents]);
  const answering = useMemo(
    () =>
      new Set(
        (agents ?? []).flatMap(({ node, answers: { 'service-list': list } }) =>
          list.answeredTimestamp === null || list.stale ? [] : [node],
        ),
      ),
    [agents],
  );
  const rows = useMemo(
    () => matrixRows(frontends.data?.items ?? [], agreement.data ?? { problems: [] }, which === 'differing'),
    [frontends.data, agreement.data, which],
  );
  return (
    <QueryPanel
      tour="agreement"
      title="Node by frontend"
      aside={
        rows.length === 0
          ? undefined
          : `${formatPlural(rows.length, 'frontend')} on ${formatPlural(nodes.length, 'node')}`
      }
      end={<SegmentedControl label="Frontends" segments={segments} value={which} onValueChange={onRows} />}
      query={frontends}
      className={className}
      pending={<PendingBars widths={[88, 92, 84, 90, 86]} row="h-6" />}
      empty={() =>
        rows.length > 0 ? null : (
          <PanelMessage fact={which === 'differing' ? 'No frontend differs.' : 'No frontends.'}>
            {which === 'differing' ? (
              <TextButton onClick={() => onRows('all')}>Show all of them</TextButton>
            ) : (
              'No agent has a row in its table.'
            )}
          </PanelMessage>
        )
      }
    >
      {() => (
        <>
          <MatrixGrid rows={rows} nodes={nodes} answering={answering} isPhone={isPhone} />
          <MatrixLegend />
        </>
      )}
    </QueryPanel>
  );
}
