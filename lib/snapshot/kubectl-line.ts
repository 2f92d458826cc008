const plain = /^[\w@%+=:,./-]+$/;

/** Writes a command as a person would type it: `kubectl -n kube-system exec cilium-x -c cilium-agent -- cilium status`. */
export function kubectlLine(
  where: { context: string | null; namespace: string; pod: string; container: string },
  argv: readonly string[],
): string {
  const { context, namespace, pod, container } = where;
  const words = [
    'kubectl',
    ...(context === null ? [] : ['--context', context]),
    '-n',
    namespace,
    'exec',
    pod,
    '-c',
    container,
    '--',
    ...argv,
  ];
  return words.map(quote).join(' ');
}

function quote(word: string): string {
  return plain.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}
