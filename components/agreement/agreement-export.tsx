'use client';

import { useQueryClient } from '@tanstack/react-query';
import { ExportMenu, type ExportChoice } from '@/components/export/export-menu';
import { exportHead, exportedCluster, maskOfCluster } from '@/components/export/exported-cluster';
import { inSlices } from '@/components/export/in-slices';
import { saveFile } from '@/components/export/save-file';
import { agreementJson } from '@/lib/export/agreement-json';
import { exportFileName } from '@/lib/export/file-name';
import { maskAgreement } from '@/lib/export/mask-agreement';
import { problemsReport, type ReportInput } from '@/lib/export/problem-report';
import { problemsCsv } from '@/lib/export/problems-csv';
import { formatPlural } from '@/lib/format';
import { wholeAgreementQuery } from '@/lib/queries/agreement';
import { problemGroups } from './problem-groups';
import { reportInput } from './report-input';

const reportedMost = 50;

/** Takes what is known of agreement away: a report of all problems, or the data. */
export function AgreementExport() {
  const queryClient = useQueryClient();

  async function begin(masked: boolean) {
    const agreement = await queryClient.fetchQuery({ ...wholeAgreementQuery(), staleTime: 0 });
    const cluster = { ...exportedCluster(queryClient), agreement };
    const mask = masked ? await maskOfCluster(cluster) : null;
    const view = mask === null ? agreement : maskAgreement(mask, agreement);
    return { cluster, mask, view, head: exportHead(cluster.source, mask, null) };
  }

  const choices: ExportChoice[] = [
    {
      word: 'Report',
      about: 'all problems, Markdown',
      run: async (masked) => {
        const { cluster, mask, head } = await begin(masked);
        const known = { ...cluster, context: cluster.source?.context ?? null };
        const groups = problemGroups(cluster.agreement.problems);
        const inputs: ReportInput[] = [];
        await inSlices(groups.slice(0, reportedMost), (problem) =>
          inputs.push(reportInput(problem, known, mask)),
        );
        const name = exportFileName(head, 'agreement', 'md');
        const text = problemsReport(inputs, groups.length, head);
        saveFile(new Blob([text], { type: 'text/markdown' }), name);
        return `Saved ${formatPlural(inputs.length, 'problem')} as ${name}`;
      },
    },
    {
      word: 'CSV',
      about: 'a line for each divergence',
      run: async (masked) => {
        const { view, head } = await begin(masked);
        const name = exportFileName(head, 'agreement', 'csv');
        saveFile(new Blob([...problemsCsv(view.problems)], { type: 'text/csv' }), name);
        return `Saved ${formatPlural(view.problems.length, 'divergence')} as ${name}`;
      },
    },
    {
      word: 'JSON',
      about: 'all that is known',
      run: async (masked) => {
        const { view, head } = await begin(masked);
        const name = exportFileName(head, 'agreement', 'json');
        saveFile(new Blob([agreementJson(head, view)], { type: 'application/json' }), name);
        return `Saved as ${name}`;
      },
    },
  ];
  return <ExportMenu of="Agreement" choices={choices} />;
}
