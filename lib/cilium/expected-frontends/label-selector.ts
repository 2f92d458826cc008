/** A LabelSelector as in the Kubernetes API. */
export type LabelSelector = {
  matchLabels: Readonly<Record<string, string>>;
  matchExpressions: readonly { key: string; operator: string; values: readonly string[] }[];
};

type Labels = Readonly<Record<string, string>>;

function fits(labels: Labels, key: string, operator: string, values: readonly string[]): boolean {
  const value = labels[key];
  switch (operator) {
    case 'In':
      return value !== undefined && values.includes(value);
    case 'NotIn':
      return value === undefined || !values.includes(value);
    case 'Exists':
      return value !== undefined;
    default:
      return value === undefined;
  }
}

/** True where every requirement holds; a selector without any matches everything. */
export function selects({ matchLabels, matchExpressions }: LabelSelector, labels: Labels): boolean {
  return (
    Object.entries(matchLabels).every(([key, value]) => labels[key] === value) &&
    matchExpressions.every(({ key, operator, values }) => fits(labels, key, operator, values))
  );
}

const keyPattern = String.raw`[A-Za-z0-9][\w./-]*`;
const setBased = new RegExp(String.raw`^(${keyPattern})\s+(in|notin)\s*\(([^()]*)\)$`);
const equality = new RegExp(String.raw`^(${keyPattern})\s*(!=|==|=)\s*([\w.-]*)$`);
const existence = new RegExp(String.raw`^(!?)\s*(${keyPattern})$`);

/**
 * Reads a selector in the form `kubectl -l` takes: `a=b,c in (d, e),!f`.
 * @returns null for what is no selector.
 */
export function parseLabelSelector(text: string): LabelSelector | null {
  const parts = text.match(/[^,(]+(?:\([^)]*\)?)?[^,]*/g) ?? [];
  const matchExpressions: LabelSelector['matchExpressions'][number][] = [];
  for (const part of parts.map((item) => item.trim())) {
    const set = setBased.exec(part);
    const equal = equality.exec(part);
    const exists = existence.exec(part);
    if (set !== null) {
      const values = (set[3] ?? '').split(',').map((item) => item.trim());
      matchExpressions.push({ key: set[1] ?? '', operator: set[2] === 'in' ? 'In' : 'NotIn', values });
    } else if (equal !== null) {
      const operator = equal[2] === '!=' ? 'NotIn' : 'In';
      matchExpressions.push({ key: equal[1] ?? '', operator, values: [equal[3] ?? ''] });
    } else if (exists !== null) {
      matchExpressions.push({
        key: exists[2] ?? '',
        operator: exists[1] === '!' ? 'DoesNotExist' : 'Exists',
        values: [],
      });
    } else {
      return null;
    }
  }
  return { matchLabels: {}, matchExpressions };
}
