/** A component's state and its message, `Ok   1.13.4 (v1.13.4-4061cdfc)`. */
export type ComponentStatus = {
  /** Ok, Warning, Failure or Disabled. */
  state: string;
  msg?: string;
};
