/** The init container `config` of an agent's pod: what `cilium-dbg build-config` is called with. */
export type ConfigContainer = { command?: readonly string[] | null; args?: readonly string[] | null };

/** The value of a flag, written `--flag=value` or `--flag value`; null where it is not given. */
function flagOf(words: readonly string[], flag: string): string | null {
  const place = words.findIndex((word) => word === flag || word.startsWith(`${flag}=`));
  const word = words[place];
  if (word === undefined) return null;
  return word === flag ? (words[place + 1] ?? '') : word.slice(flag.length + 1);
}

const listOf = (text: string | null): string[] =>
  (text ?? '')
    .split(/[\s,]+/)
    .map((item) => item.trim())
    .filter((item) => item !== '');

/**
 * Why agents would not find these keys in a CiliumNodeConfig; null where they would (cilium-config.md 4.1: Helm
 * `daemon.configSources`, `allowedConfigOverrides` and `blockedConfigOverrides`, of which the first wins). Without the
 * container the ConfigMap is mounted as it is.
 */
export function nodeConfigHindrance(
  container: ConfigContainer | null,
  keys: readonly string[],
): string | null {
  if (container === null)
    return 'The ConfigMap is mounted into the agents’ pods as it is (one daemon.configSources): they read no CiliumNodeConfig.';
  const words = [...(container.command ?? []), ...(container.args ?? [])];
  const sources = flagOf(words, '--source');
  if (sources !== null && !listOf(sources).some((source) => source.startsWith('cilium-node-config:')))
    return `The agents are set to read ${sources.slice(0, 200)} (daemon.configSources), and no CiliumNodeConfig.`;
  const allowed = listOf(flagOf(words, '--allow-config-keys'));
  const denied = listOf(flagOf(words, '--deny-config-keys'));
  const isTaken = (key: string) => (allowed.length > 0 ? allowed.includes(key) : !denied.includes(key));
  const left = keys.filter((key) => !isTaken(key));
  if (left.length === 0) return null;
  return `The agents take ${left.join(', ')} from the ConfigMap alone (daemon.allowedConfigOverrides, daemon.blockedConfigOverrides).`;
}
