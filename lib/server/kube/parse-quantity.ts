const powers: Readonly<Record<string, number>> = {
  '': 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
};

/** Reads a quantity of Kubernetes that counts bytes: `1Gi`, `512M`, `1e9`; null for anything else. */
export function parseQuantity(value: unknown): number | null {
  const match = /^(\d+(?:\.\d+)?(?:e\d{1,2})?)([kMGT]i?|Ki|)$/.exec(String(value ?? ''));
  const power = powers[match?.[2] ?? '-'];
  return match === null || power === undefined ? null : Number(match[1]) * power;
}
