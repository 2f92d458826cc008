/** More labels of an object, or more characters of one, are not kept: whoever may write a Service writes these. */
const labelsMax = 24;
const labelMaxChars = 160;

/** An object's labels as people write them, `key=value`, sorted; one that is too long ends in `…`. */
export function labelTexts(labels: Readonly<Record<string, string>>): string[] {
  const texts = Object.entries(labels)
    .map(([key, value]) => `${key}=${value}`)
    .sort()
    .slice(0, labelsMax)
    .map((text) => (text.length > labelMaxChars ? `${text.slice(0, labelMaxChars - 1)}…` : text));
  // Cut, two may have become one.
  return [...new Set(texts)];
}
