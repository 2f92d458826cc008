import type { FieldContext } from './field-context';
import type { Check, FieldEntry } from './field-entry';
import type { Setting } from './setting';
import { shellWord } from './shell-word';

/** The commands that would make a change, to copy; nothing here runs them. */
export type ChangeCommands = { helm: string; configMap: string; cli: string; restart: string };

/** Narrows a status to the lines of a field, its values among them. */
function grepCommand({ grep, grepLinesAfter }: FieldEntry): string {
  const after = grepLinesAfter === undefined ? '' : `-A ${grepLinesAfter} `;
  return `grep ${after}-- ${shellWord(grep)}`;
}

/** How a person runs Cilium’s own command in one agent. */
function agentCommand(args: readonly string[], context: FieldContext): string {
  const pod = ['kubectl', '-n', context.namespace, 'exec', context.pod].map(shellWord).join(' ');
  const command = [context.binary ?? 'cilium', ...args].map(shellWord).join(' ');
  return `${pod} \\\n  -c ${shellWord(context.container)} -- \\\n  ${command}`;
}

/** How a person asks one agent for its status in full, narrowed to the lines of a field. */
export function verifyCommand(entry: FieldEntry, context: FieldContext): string {
  return `${agentCommand(['status', '--verbose'], context)} \\\n  | ${grepCommand(entry)}`;
}

/** How a person looks for a field’s effect elsewhere than in the status. */
export function checkCommand({ args }: Check, context: FieldContext): string {
  return agentCommand(args, context);
}

/** Gives the commands that set `setting` to `value`: through Helm, or in the ConfigMap, and the restart both need. */
export function changeCommands(setting: Setting, value: string, context: FieldContext): ChangeCommands {
  const namespace = shellWord(context.namespace);
  const { version } = context;
  const chart = version === null ? '' : `--version ${version.major}.${version.minor}.${version.patch} `;
  const assigned = `${setting.helm ?? `extraConfig.${setting.key}`}=${value.replaceAll(',', String.raw`\,`)}`;
  const flag = setting.helm === null ? '--set-string' : '--set';
  const patch = JSON.stringify({ data: { [setting.key]: value } });
  const workloads = [
    `ds/${context.daemonSet ?? 'cilium'}`,
    ...(setting.operator === true ? ['deploy/cilium-operator'] : []),
  ];
  return {
    helm: `helm upgrade cilium cilium/cilium \\\n  ${chart}-n ${namespace} \\\n  --reuse-values \\\n  ${flag} ${shellWord(assigned)}`,
    configMap: `kubectl -n ${namespace} patch configmap cilium-config \\\n  --type merge -p ${shellWord(patch)}`,
    // Without --restart=false it deletes all agents at once.
    cli: `cilium config set --namespace ${namespace} \\\n  --restart=false \\\n  ${shellWord(setting.key)} ${shellWord(value)}`,
    restart: `kubectl -n ${namespace} \\\n  rollout restart ${workloads.map(shellWord).join(' ')}`,
  };
}
