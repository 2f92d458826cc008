/** What is wrong with a manifest, and where. */
export type ManifestProblem = {
  /** From 1. */
  line: number;
  /** `spec.ports[0].port`; empty where it is the text as a whole. */
  place: string;
  text: string;
  /** `error`: no API server takes it. `hint`: it is left out of account. */
  kind: 'error' | 'hint';
};
