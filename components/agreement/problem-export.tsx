'use client';

import { useQueryClient } from '@tanstack/react-query';
import { copyText } from '@/components/export/export-error';
import { ExportMenu, type ExportChoice } from '@/components/export/export-menu';
import { exportHead, exportedCluster, maskOfCluster } from '@/components/export/exported-cluster';
import { saveFile } from '@/components/export/save-file';
import { exportFileName } from '@/lib/export/file-name';
import { problemReport } from '@/lib/export/problem-report';
import type { ProblemGroup } from './problem-groups';
import { reportInput } from './report-input';

/** Takes the report of one problem away, as Markdown. `title` is what the row calls it. */
export function ProblemExport({ problem, title }: { problem: ProblemGroup; title: string }) {
  const queryClient = useQueryClient();

  async function report(masked: boolean) {
    const cluster = exportedCluster(queryClient);
    const mask = masked ? await maskOfCluster(cluster) : null;
    const head = exportHead(cluster.source, mask, null);
    const { agents, frontends, source } = cluster;
    const input = reportInput(problem, { agents, frontends, context: source?.context ?? null }, mask);
    return { head, text: problemReport(input, head) };
  }

  const choices: ExportChoice[] = [
    {
      word: 'Copy report',
      about: 'Markdown, to paste',
      run: async (masked) => {
        const { text } = await report(masked);
        await copyText(text);
        return masked ? 'Copied, masked' : 'Copied';
      },
    },
    {
      word: 'Download report',
      about: 'Markdown, as a file',
      run: async (masked) => {
        const { head, text } = await report(masked);
        const name = exportFileName(head, `agreement-${problem.kind}`, 'md');
        saveFile(new Blob([text], { type: 'text/markdown' }), name);
        return `Saved as ${name}`;
      },
    },
  ];
  return <ExportMenu of={`the problem of ${title}`} choices={choices} form="link" />;
}
