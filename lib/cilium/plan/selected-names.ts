import type { PlanAgent } from './plan-input';

/** A name that the kernel gives a device; anything else is not put into a command. */
const deviceForm = /^[A-Za-z0-9_.@-]{1,32}$/;

/** The devices an agent reports to load-balance on. */
export function selectedNames({ status }: Pick<PlanAgent, 'status'>): string[] {
  const names = (status?.kubeProxyReplacement?.deviceList ?? []).map(({ name }) => name);
  return names.filter((name) => deviceForm.test(name));
}
