import type { Release } from '@/lib/cilium/agent-version';
import { atLeast } from '@/lib/cilium/agent-version';

/** What ends the pod: it is deleted, or its node dies without a word. */
export const endings = ['deleted', 'node-lost'] as const;
/**
 * What the process does when it gets SIGTERM: stops to listen, finishes what is open and exits; exits at once; or goes
 * on as if nothing had been said.
 */
export const answersToSigterm = ['drains', 'exits', 'ignores'] as const;
/** From outside every packet is looked up; a pod's socket was connected to the backend once (socket load balancing). */
export const clients = ['outside', 'pod'] as const;

/** Bounds of `terminationGracePeriodSeconds`, in seconds. */
export const graceBounds = { min: 1, max: 60 } as const;
/** Bounds of how late the agent’s table follows an EndpointSlice, in seconds. */
export const lagBounds = { min: 0, max: 15 } as const;
/** Four connections, each a second longer than the last at least. */
export const longestBounds = { min: 4, max: 60 } as const;
/** Bounds of how long a dead node’s pods stay ready, in seconds. */
export const noticedBounds = { min: 1, max: 60 } as const;
/** Bounds of how long they are not ready until they are evicted, in seconds. */
export const evictedBounds = { min: 1, max: 60 } as const;
/** Bounds of the seed of the random choice between the pods. */
export const seedBounds = { min: 1, max: 9999 } as const;

/** Bounds of the pause before SIGTERM: it is a part of the grace period, and the process must have a second of that. */
export function preStopBounds(graceSeconds: number): { min: number; max: number } {
  return { min: 0, max: graceSeconds - 1 };
}

/** Releases between which agents read an endpoint's conditions differently. */
export const releases = {
  '1.17': { major: 1, minor: 17, patch: 0 },
  '1.18.4': { major: 1, minor: 18, patch: 4 },
  '1.21': { major: 1, minor: 21, patch: 0 },
} as const;
/** The oldest or newest release of those that read them alike. */
export type ReleaseName = keyof typeof releases;
/** Their names, from the oldest on. */
export const releaseNames = ['1.17', '1.18.4', '1.21'] as const satisfies readonly ReleaseName[];

/** Gives the one of the releases that reads conditions as this one does. */
export function alike(version: Release): ReleaseName {
  if (atLeast(version, 18, 5)) return '1.21';
  return atLeast(version, 18) ? '1.18.4' : '1.17';
}

/** Everything that the simulator asks with; the same parameters give the same seconds. */
export type TerminationParameters = {
  ending: (typeof endings)[number];
  /** Both pods of the Service go at once, not one of two. */
  areAllDeleted: boolean;
  version: Release;
  /** `enable-k8s-terminating-endpoint`; heeded up to v1.17. */
  isSettingOn: boolean;
  preStopSeconds: number;
  /** `terminationGracePeriodSeconds`: from the deletion to SIGKILL. */
  graceSeconds: number;
  answer: (typeof answersToSigterm)[number];
  /** The readiness probe fails as soon as the process has SIGTERM. */
  failsReadiness: boolean;
  /** The Service publishes addresses that are not ready: its endpoints stay ready while they terminate. */
  publishesNotReady: boolean;
  /** From a change of the EndpointSlice to the agent's table, in seconds. */
  lagSeconds: number;
  /** How long the longest of the open connections still needs, from the deletion on. */
  longestSeconds: number;
  client: (typeof clients)[number];
  /** From the death of a node until its pods are marked not ready, and from there to their eviction. */
  noticedSeconds: number;
  evictedSeconds: number;
  seed: number;
};

/** What the simulator begins with: a pod that shuts down well, and tables that follow two seconds later. */
export const defaultTerminationParameters: TerminationParameters = {
  ending: 'deleted',
  areAllDeleted: false,
  version: releases['1.21'],
  isSettingOn: true,
  preStopSeconds: 0,
  graceSeconds: 30,
  answer: 'drains',
  failsReadiness: false,
  publishesNotReady: false,
  lagSeconds: 2,
  longestSeconds: 20,
  client: 'outside',
  noticedSeconds: 20,
  evictedSeconds: 15,
  seed: 1,
};

/** True where agents follow pods that shut down: by a setting up to v1.17, always since. */
export function followsTermination({ version, isSettingOn }: TerminationParameters): boolean {
  return atLeast(version, 18) || isSettingOn;
}
