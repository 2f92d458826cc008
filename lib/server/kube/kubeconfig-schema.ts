import { z } from 'zod';

const named = z.looseObject({ name: z.string() });

/** The frame of a kubeconfig (`kubectl config view`). Entries are checked when they are used: one bad user must not spoil the rest. */
export const kubeconfigSchema = z.looseObject({
  clusters: z.array(named.extend({ cluster: z.unknown() })).nullish(),
  users: z.array(named.extend({ user: z.unknown() })).nullish(),
  contexts: z.array(named.extend({ context: z.unknown() })).nullish(),
  'current-context': z.string().nullish(),
});

export const contextSchema = z.looseObject({
  cluster: z.string(),
  user: z.string().nullish(),
  namespace: z.string().nullish(),
});

export const clusterSchema = z.looseObject({
  server: z.string(),
  'certificate-authority': z.string().nullish(),
  'certificate-authority-data': z.string().nullish(),
  'insecure-skip-tls-verify': z.boolean().nullish(),
  'tls-server-name': z.string().nullish(),
  'proxy-url': z.string().nullish(),
});

export const credentialPluginSchema = z.looseObject({
  apiVersion: z.string().nullish(),
  command: z.string(),
  args: z.array(z.string()).nullish(),
  env: z.array(z.looseObject({ name: z.string(), value: z.string() })).nullish(),
  installHint: z.string().nullish(),
  provideClusterInfo: z.boolean().nullish(),
});

export const userSchema = z.looseObject({
  token: z.string().nullish(),
  tokenFile: z.string().nullish(),
  username: z.string().nullish(),
  password: z.string().nullish(),
  'client-certificate': z.string().nullish(),
  'client-certificate-data': z.string().nullish(),
  'client-key': z.string().nullish(),
  'client-key-data': z.string().nullish(),
  'auth-provider': z.looseObject({ name: z.string() }).nullish(),
  exec: credentialPluginSchema.nullish(),
  as: z.string().nullish(),
  'as-groups': z.array(z.string()).nullish(),
});

export type KubeconfigCluster = z.infer<typeof clusterSchema>;
export type KubeconfigUser = z.infer<typeof userSchema>;
export type CredentialPlugin = z.infer<typeof credentialPluginSchema>;
