/** The files of `/tmp/cilium/config-map`: one per key of the ConfigMap, read once at the agent's start. */
export type ConfigMapData = Readonly<Record<string, string>>;

/** The words Go's `strconv.ParseBool` takes. */
const booleans: Record<string, boolean> = {
  1: true,
  t: true,
  T: true,
  true: true,
  TRUE: true,
  True: true,
  0: false,
  f: false,
  F: false,
  false: false,
  FALSE: false,
  False: false,
};

/** Reads a boolean as the agent's flags do; null when it is none. */
export function parseBoolean(text: string): boolean | null {
  return booleans[text.trim()] ?? null;
}

/** The value of a flag that is a boolean; the default where the key is absent or no boolean. */
export function booleanOf(data: ConfigMapData, key: string, byDefault: boolean): boolean {
  const text = data[key];
  return text === undefined ? byDefault : (parseBoolean(text) ?? byDefault);
}

/** The value of a flag that is a text, without the line feed a file ends in. */
export function textOf(data: ConfigMapData, key: string, byDefault = ''): string {
  return data[key]?.trim() ?? byDefault;
}

/** The items of a list, given with blanks or commas. */
export function listOf(data: ConfigMapData, key: string): string[] {
  return textOf(data, key)
    .split(/[\s,]+/)
    .filter((item) => item !== '');
}
