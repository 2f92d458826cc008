import type { KubeConnection } from '@/lib/server/kube/kube-connection';
import type { ApiClient } from './api-client';

/** Whoever asks, under one name on every server: what they may do is the same too. */
export const users = {
  /** May do everything. */
  admin: null,
  /** The ServiceAccount kpr-explorer/kpr-explorer: may read, and exec into pods. */
  reader: 'system:serviceaccount:kpr-explorer:kpr-explorer',
  /** May read; no exec, no secrets. */
  viewer: 'training-viewer',
  /** Is known, and may do nothing. */
  nobody: 'training-nobody',
} as const;

export type User = keyof typeof users;

/** One API server with nodes and Cilium's agents behind it, as the behaviours are tried on it. */
export type ServerUnderTest = {
  /** The training server is ours; what it deliberately lacks is said in `behaviours/not-served.ts`. */
  kind: 'training' | 'kube-apiserver';
  /** Its minor release, 37 for 1.37; the training server claims the newer one. */
  minor: number;
  /** Raw requests, as a user; `anonymous` shows no credential, `stranger` a token that is none. */
  api(user: User | 'anonymous' | 'stranger'): ApiClient;
  /** The product's own way to the server. */
  connection(user: User): KubeConnection;
  /** A bearer token of the reader. */
  readerToken: string;
  /** Makes the server forget what was before now, as etcd's compaction does. It may take effect some seconds later. */
  forgetHistory(): Promise<void>;
  stop(): Promise<void>;
};

/** The server of a test file, once it has started. */
export type Server = () => ServerUnderTest;
