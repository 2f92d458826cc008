import { formatL3n4Addr } from '@/lib/cilium/l3n4-addr';
import type { FrontendKey } from '@/lib/cilium/frontend';
import type { DivergenceView } from '@/lib/snapshot/agreement-view';
import type { BackendView, FrontendView } from '@/lib/snapshot/frontend-view';
import type { ExportHead } from './export-head';
import { utcWords } from './export-head';
import { codeBlock, codeSpan, markdownText } from './markdown';
import { maskScheme } from './mask';

/** A divergence with all the frontends it is of. */
export type ReportedProblem = DivergenceView & { keys: readonly FrontendKey[] };

export type ReportInput = {
  problem: ReportedProblem;
  /** What it does, in the words of the page: `traffic fails`. */
  severityWords: string;
  /** The first of its frontends, over all agents; null where it is of none, or is gone since. */
  frontend: FrontendView | null;
  /** How a reader sees it without us. */
  commands: readonly { label: string; command: string }[];
};

const keysMost = 20;
const nodesMost = 50;
const backendsMost = 50;

/** A problem as Markdown: what, what it does, where, since when, what others have, and how to see it oneself. */
export function problemReport(input: ReportInput, head: ExportHead): string {
  return [...sections(input, '#'), ...footSection(head)].join('\n\n') + '\n';
}

/** All problems of a page as one document, in the order given. */
export function problemsReport(inputs: readonly ReportInput[], total: number, head: ExportHead): string {
  const count = `${total} ${total === 1 ? 'problem' : 'problems'}`;
  return (
    [
      '# Agreement of Cilium agents',
      inputs.length < total ? `The first ${inputs.length} of ${count}.` : `${count}.`,
      ...inputs.flatMap((input) => sections(input, '##')),
      ...footSection(head),
    ].join('\n\n') + '\n'
  );
}

function sections({ problem, severityWords, frontend, commands }: ReportInput, level: '#' | '##'): string[] {
  const { service, keys, severity, difference, consequence, explanation, nodes, since, kind } = problem;
  const title = service === null ? (keys[0] ?? 'Settings of agents') : `${service.namespace}/${service.name}`;
  const facts = [
    `**What:** ${markdownText(difference)}`,
    `**Consequence:** ${severityWords} (${severity}). ${markdownText(consequence)}`,
    ...(explanation === null ? [] : [`**Why:** ${markdownText(explanation)}`]),
    ...(service === null ? [] : [`**Service:** ${codeSpan(`${service.namespace}/${service.name}`)}`]),
    ...(keys.length === 0
      ? []
      : [`**${keys.length === 1 ? 'Frontend' : 'Frontends'}:** ${spans(keys, keysMost)}`]),
    `**${nodes.length === 1 ? 'Node that differs' : 'Nodes that differ'}:** ${spans(nodes, nodesMost)}`,
    `**Since:** ${markdownText(utcWords(since))}`,
    `**Kind:** ${kind}`,
  ];
  return [
    `${level} ${markdownText(title)}: ${severityWords}`,
    facts.map((fact) => `- ${fact}`).join('\n'),
    ...(frontend === null ? [] : tableSection(frontend, nodes, level)),
    ...commandSection(commands, level),
  ];
}

function spans(values: readonly string[], most: number): string {
  if (values.length === 0) return 'none';
  const rest = values.length - most;
  return values.slice(0, most).map(codeSpan).join(', ') + (rest > 0 ? ` and ${rest} more` : '');
}

function tableSection(frontend: FrontendView, differing: readonly string[], level: string): string[] {
  const { key, nodes, backends } = frontend;
  const others = nodes.filter((node) => !differing.includes(node));
  const rest = backends.length - backendsMost;
  return [
    `${level}# What agents have`,
    `The row ${codeSpan(key)} is on ${spans(nodes, nodesMost)}.`,
    ...(backends.length === 0
      ? ['No agent has a backend in it.']
      : [
          backends
            .slice(0, backendsMost)
            .map((backend) => `- ${backendLine(backend, differing, others)}`)
            .join('\n') + (rest > 0 ? `\n- and ${rest} more backends` : ''),
        ]),
  ];
}

function backendLine(backend: BackendView, differing: readonly string[], others: readonly string[]): string {
  const { state, statesDiffer, target, nodes } = backend;
  const has = new Set(nodes);
  const address = codeSpan(formatL3n4Addr({ ...backend, scope: 'external' }));
  const where = target.node === null ? '' : ` on ${codeSpan(target.node)}`;
  const name = target.namespace === null ? target.name : `${target.namespace}/${target.name ?? ''}`;
  const what = name === null ? 'no object of the API' : codeSpan(name);
  const states = `${state ?? 'state not printed'}${statesDiffer ? ' on most nodes' : ''}`;
  const group = (among: readonly string[]) =>
    `${among.filter((node) => has.has(node)).length} of ${among.length}`;
  return `${address}, ${states}, ${what}${where}: in the tables of ${group(differing)} that differ and of ${group(others)} others`;
}

function commandSection(commands: ReportInput['commands'], level: string): string[] {
  if (commands.length === 0) return [];
  return [
    `${level}# See it yourself`,
    ...commands.flatMap(({ label, command }) => [`${markdownText(label)}:`, codeBlock(command)]),
  ];
}

function footSection({ product, source, exportedAt, masked }: ExportHead): string[] {
  return [
    '---',
    `${markdownText(product)}, ${markdownText(source)}, ${markdownText(utcWords(exportedAt))}.` +
      (masked ? ` Masked: ${markdownText(maskScheme)} Commands need the real names.` : ''),
  ];
}
