/** Words that agents print as values: a sentence that quotes one states that value. */
const valueWords = new Set(
  [
    'Strict Partial Probe Disabled Enabled True False SNAT DSR Hybrid Random Maglev Full Hostns-only Native Generic',
    'Best-Effort IPIP Geneve BPF Legacy IPTables TCX veth netkit netkit-l2 vxlan geneve ktime jiffies auto',
  ].flatMap((words) => words.split(' ')),
);

/** Figures that explain a form and are nobody’s value. */
const examples = new Set(['0.0.0.0', '[::]', '64:ff9b::c633:6407', '198.51.100.7', '64:ff9b::/96']);

/** True for what stands for a value: an address, a range, a count, a device, or a word that agents print. */
function isStated(quoted: string, devices: readonly string[]): boolean {
  if (examples.has(quoted)) return false;
  return (
    valueWords.has(quoted) || devices.includes(quoted) || /^[[\]\da-f.:/,-]*\d[[\]\da-f.:/,-]*$/.test(quoted)
  );
}

const escape = (text: string) => text.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);

/**
 * The values that a sentence states and the agent did not print: `quoted` in backticks, compared with `printed`, the
 * agent’s own bytes. Empty where the sentence tells the truth.
 */
export function valuesNotPrinted(
  sentence: string,
  printed: string,
  devices: readonly string[] = [],
): string[] {
  return sentence
    .split('`')
    .filter((_, index) => index % 2 === 1)
    .flatMap((quoted) => quoted.split(/,? /))
    .filter((word) => isStated(word, devices))
    .filter((word) => !new RegExp(`(?<![\\w.])${escape(word)}(?![\\w])`, 'i').test(printed));
}
