import { code, listInWords } from '@/lib/cilium/fields/passage';
import { ruleTitle } from '@/lib/cilium/rules/rule-title';
import { formatClock, formatNumberWord } from '@/lib/format';
import type { SettingsAlert } from '@/lib/snapshot/settings-alerts';

/** So many nodes stand by name; more are counted. */
const namedMax = 3;

type Names = { total: number; nameOf: (node: string) => string };

/** `k8s-worker-04`, `worker-01 and worker-02`, `7 of 40 nodes`, `All 4 nodes`. */
export function whichNodes(nodes: readonly string[], { total, nameOf }: Names): string {
  if (nodes.length === total && total > 1) return total === 2 ? 'both nodes' : `all ${total} nodes`;
  if (nodes.length <= namedMax) return listInWords(nodes.map((node) => code(nameOf(node))));
  return `${nodes.length} of ${total} nodes`;
}

const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const shown = (value: string | null): string =>
  value === null ? 'what the agent computes' : value === '' ? 'nothing' : code(value);

const setting = (key: string | null, value: string | null): string => code(`${key}: ${value ?? ''}`);

/** An alert as one bold clause and its reasons; code stands in backticks. */
export function alertSentences(alert: SettingsAlert, names: Names): { title: string; reasons: string[] } {
  const { kind, nodes, key, name, desired, realised, object, rules, since, others } = alert;
  const who = whichNodes(nodes, names);
  const is = nodes.length === 1 ? 's' : '';
  switch (kind) {
    case 'fatal':
      return {
        title: `The agent${nodes.length === 1 ? '' : 's'} of ${who} would not start again.`,
        reasons: rules.map(
          ({ id, keys, message }) =>
            `${message} (rule ${id}, ${ruleTitle(id)}: ${listInWords(keys.map((one) => code(one)))})`,
        ),
      };
    case 'node-config': {
      const rest = others?.nodes === 1 ? 'another node' : `${formatNumberWord(others?.nodes ?? 0)} others`;
      return {
        title: `${upperFirst(who)} run${is} ${setting(key, desired)}; ${rest}, ${shown(others?.value ?? null)}.`,
        reasons: [`${object} sets it for ${nodes.length === 1 ? 'this node' : 'these nodes'}.`],
      };
    }
    case 'pending-restart': {
      const from = since === null ? '' : ` since ${formatClock(since)}`;
      const still =
        realised === null ? `${who} started before that` : `${who} still run${is} ${shown(realised)}`;
      return {
        title: 'Desired is not what runs.',
        reasons: [
          `${object ?? name} has had ${setting(key, desired)}${from}; ${still}. Agents read it only when they start.`,
        ],
      };
    }
    case 'differs':
      return {
        title: `${upperFirst(who)} run${is} something else than is desired.`,
        reasons: [
          `${name} is to be ${shown(desired)} (${code(key ?? '')}) and is ${shown(realised)}; no rule known here explains it.`,
        ],
      };
  }
}
