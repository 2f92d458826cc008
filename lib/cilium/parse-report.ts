import { classifyAgentAnswer } from './agent-error';
import type { AgentStatus } from './agent-status';
import type { ServiceList } from './service-list';
import { isNotice } from './notices';
import { isJSON } from './output-shape';
import { isServiceListHeader } from './service-list-header';
import { parseServiceList } from './parse-service-list';
import { parseStatus } from './parse-status';

/** The plain JSON that `kpr-explorer parse` prints, and whether there was anything to print. */
export type ParseReport<Report> = {
  report: Report;
  understood: boolean;
  /** One sentence for the terminal where nothing was understood; empty otherwise. */
  message: string;
};

export type ReportKind = 'service-list' | 'status';

/** Only the start of an output is searched for its kind. */
const searchedLength = 65_536;

/** Reads an output of the kind named, for people and scripts. Never throws; an empty table counts as understood. */
export function parseReport(kind: ReportKind, output: string): ParseReport<ServiceList | AgentStatus> {
  return kind === 'service-list' ? reportServiceList(output) : reportStatus(output);
}

function reportServiceList(output: string): ParseReport<ServiceList> {
  const report = parseServiceList(output);
  const isTable = isJSON(output) ? report.unparsed.length === 0 : lines(output).some(isServiceListHeader);
  const understood = report.frontends.length > 0 || isTable;
  return { report, understood, message: understood ? '' : explain('service-list', output) };
}

function reportStatus(output: string): ParseReport<AgentStatus> {
  const report = parseStatus(output);
  const understood = Object.keys(report.lines).length > 0;
  return { report, understood, message: understood ? '' : explain('status', output) };
}

/** Says what the output is, where it can be told, since it is not what it was called. */
function explain(kind: ReportKind, output: string): string {
  const command = kind === 'status' ? 'cilium status' : 'cilium service list';
  const nothing = `Nothing here is the output of "${command}"`;
  if (lines(output).every((line) => line.trim() === '' || isNotice(line)))
    return `${nothing}: there is no output at all.`;
  const other = kind === 'status' ? 'service-list' : 'status';
  if (isOther(other, output)) return `${nothing}: it looks like ${other}. Try "kpr-explorer parse ${other}".`;
  const error = classifyAgentAnswer({ question: kind, stdout: output, stderr: '', exitCode: 1 });
  return error === null || error.code === 'command-failed' || error.code === 'half-answer'
    ? `${nothing}.`
    : `${nothing}, but an error: ${error.title.charAt(0).toLowerCase()}${error.title.slice(1)}. ${error.hint}`;
}

function isOther(kind: ReportKind, output: string): boolean {
  if (kind === 'service-list') return parseServiceList(output).frontends.length > 0;
  return (
    Object.keys(parseStatus(output).sections).length > 0 ||
    parseStatus(output).kubeProxyReplacement !== undefined
  );
}

function lines(output: string): string[] {
  return output.slice(0, searchedLength).split('\n');
}
