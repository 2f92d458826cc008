'use client';

import { useQuery } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { saveFile } from '@/components/export/save-file';
import { PageHead } from '@/components/shell/page-head';
import { PendingBars } from '@/components/state/pending-bars';
import { QueryPanel } from '@/components/state/query-panel';
import { Button } from '@/components/ui/button';
import { PanelMessage } from '@/components/ui/panel-message';
import { TextLink } from '@/components/ui/text-link';
import { auditCsv } from '@/lib/export/audit-csv';
import { auditLines } from '@/lib/export/audit-lines';
import { formatPlural } from '@/lib/format';
import { paths } from '@/lib/paths';
import { auditQuery } from '@/lib/queries/rollouts';
import { AuditTable } from './audit-table';

function save(parts: string[], type: string, extension: 'csv' | 'jsonl'): void {
  saveFile(new Blob(parts, { type }), `kpr-explorer-audit.${extension}`);
}

function ExportButton({ word, isEmpty, onClick }: { word: string; isEmpty: boolean; onClick: () => void }) {
  return (
    <Button disabled={isEmpty} onClick={onClick}>
      <Download aria-hidden size={14} strokeWidth={1.6} />
      {word}
    </Button>
  );
}

/** Who asked for what, when and from where, and what became of it. */
export function AuditPage() {
  const audit = useQuery(auditQuery());
  const items = audit.data?.items ?? [];
  return (
    <>
      <PageHead
        title="Audit"
        facts={
          <span>
            What was asked of this cluster from here, refused or not.{' '}
            <TextLink href={paths.change}>Change settings</TextLink>
          </span>
        }
        actions={
          <>
            <ExportButton
              word="Export CSV"
              isEmpty={items.length === 0}
              onClick={() => save([...auditCsv(items)], 'text/csv', 'csv')}
            />
            <ExportButton
              word="Export JSON lines"
              isEmpty={items.length === 0}
              onClick={() => save([auditLines(items)], 'application/jsonl', 'jsonl')}
            />
          </>
        }
      />
      <div className="px-4 pb-16 desk:px-6">
        <QueryPanel
          title="Entries"
          aside={
            audit.data === undefined
              ? undefined
              : `${formatPlural(items.length, 'entry', 'entries')}, newest first`
          }
          query={audit}
          pending={<PendingBars widths={[92, 84, 96, 78, 88, 90]} row="h-8" ruled />}
          empty={(data) =>
            data.items.length > 0 ? null : (
              <PanelMessage fact="Nothing was asked or done yet.">
                Every plan that is applied leaves its steps here.
              </PanelMessage>
            )
          }
        >
          {(data) => <AuditTable items={data.items} />}
        </QueryPanel>
      </div>
    </>
  );
}
