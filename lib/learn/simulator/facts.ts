/**
 * What is so in a simulator now, by name: what a lesson's task is judged on. Names are stable, lower camel case, with
 * their unit (`slotsMoved`, `mtuBytes`); lessons that trainers wrote name them.
 */
export type Facts = Readonly<Record<string, string | number | boolean>>;
