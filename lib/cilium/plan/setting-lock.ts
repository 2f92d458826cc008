import { formTitle, type FormSetting } from './form-settings';

/** What a key would say with all that is chosen; empty where the agent computes it. */
export type ValueOf = (key: string) => string;

/** Why a setting would do nothing with what is chosen: `Forwarding mode is snat; this is used by …`; null where it is used. */
export function lockReason({ usedWith }: Pick<FormSetting, 'usedWith'>, valueOf: ValueOf): string | null {
  if (usedWith === undefined) return null;
  if (usedWith.any.some(({ key, values }) => values.includes(valueOf(key)))) return null;
  const [parent] = usedWith.any;
  if (parent === undefined) return null;
  const value = valueOf(parent.key);
  const shown = value === 'true' ? 'on' : value === 'false' ? 'off' : value === '' ? 'not set' : value;
  return `${formTitle(parent.key) ?? parent.key} is ${shown}; this is ${usedWith.words}.`;
}
