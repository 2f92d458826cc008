/** The training clusters that a lesson may play on, by name. */
export const scenarioNames: readonly string[] = [
  'article',
  'rolling-update',
  'dual-stack',
  'drift',
  'dsr-maglev',
  'large',
];
