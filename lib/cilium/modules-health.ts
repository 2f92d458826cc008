/** One reporter of the agent's health tree: `job-reinitialize   [DEGRADED] … (2m48s, x1)`. */
export type ModuleHealth = {
  /** The names from the top down, joined with dots: `agent.datapath.orchestrator.job-reinitialize`. */
  path: string;
  /** OK, DEGRADED or STOPPED. */
  level: string;
  message: string;
};

/** `Modules Health:   Stopped(0) Degraded(0) OK(90)` (v1.15 and later; in text only). */
export type ModulesHealth = {
  /** The counts; missing where `--verbose` of v1.15 to v1.20 prints the tree in their place. */
  stopped?: number;
  degraded?: number;
  ok?: number;
  /** With `--verbose` only. */
  items?: ModuleHealth[];
};
