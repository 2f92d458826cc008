type LabelSelector = {
  matchLabels?: Record<string, string>;
  matchExpressions?: readonly { key: string; operator: string; values?: readonly string[] }[];
};

const sorted = (values: Iterable<string>) => [...values].sort((a, b) => (a < b ? -1 : 1));

/** `a=b,c=d` in the order of the keys, `<none>` for none. */
export function labelsText(labels: Readonly<Record<string, string>> | undefined): string {
  return selectorText({ matchLabels: labels ?? {} }) || '<none>';
}

/** A label selector as Go prints it, its terms in the order of their keys; empty for one without terms. */
export function selectorText(selector: LabelSelector | undefined): string {
  const term: Record<string, (key: string, values: string) => string> = {
    In: (key, values) => `${key} in (${values})`,
    NotIn: (key, values) => `${key} notin (${values})`,
    Exists: (key) => key,
    DoesNotExist: (key) => `!${key}`,
  };
  const terms: [string, string][] = [
    ...Object.entries(selector?.matchLabels ?? {}).map(
      ([key, value]) => [key, `${key}=${value}`] satisfies [string, string],
    ),
    ...(selector?.matchExpressions ?? []).map(
      ({ key, operator, values = [] }) =>
        [key, term[operator]?.(key, sorted(values).join(',')) ?? ''] satisfies [string, string],
    ),
  ];
  return terms
    .sort(([a], [b]) => (a < b ? -1 : Number(a > b)))
    .map(([, text]) => text)
    .join(',');
}

/** The first three of a list, and how many there are beside: `a,b,c + 2 more...`. */
export function firstThree(items: readonly string[]): string {
  if (items.length === 0) return '<unset>';
  const shown = items.slice(0, 3).join(',');
  return items.length > 3 ? `${shown} + ${items.length - 3} more...` : shown;
}

/** The addresses of a load balancer, once each and sorted. */
export function ingressText(ingress: readonly { ip?: string; hostname?: string }[] | undefined): string {
  return sorted(new Set((ingress ?? []).map(({ ip, hostname }) => ip || hostname || '')))
    .filter(Boolean)
    .join(',');
}

/** Names and images of containers, each joined with commas. */
export function containerTexts(
  containers: readonly { name: string; image?: string }[] | undefined,
): [string, string] {
  const list = containers ?? [];
  return [list.map(({ name }) => name).join(','), list.map(({ image }) => image ?? '').join(',')];
}
