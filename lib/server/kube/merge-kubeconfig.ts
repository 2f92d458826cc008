import { readFileSync } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';
import { parse } from 'yaml';
import type { z } from 'zod';
import { KubeconfigMissingError, KubeconfigUnreadableError } from './kubeconfig-error';
import { kubeconfigSchema } from './kubeconfig-schema';

type Entry = { value: unknown; directory: string | null };

/** Kubeconfig files as one; `directory` is where an entry's relative paths start. */
export type MergedKubeconfig = {
  origin: string;
  clusters: Map<string, Entry>;
  users: Map<string, Entry>;
  contexts: Map<string, Entry>;
  currentContext: string | null;
};

/**
 * Reads the files and merges them as kubectl does: the first to define a name wins, files that do not exist are skipped.
 * Throws `KubeconfigMissingError` where none exists, `KubeconfigUnreadableError` for one that is not a kubeconfig.
 */
export function readKubeconfigFiles(paths: readonly string[]): MergedKubeconfig {
  const merged = emptyKubeconfig(paths.join(', '));
  let found = 0;
  for (const path of paths) {
    const text = readIfThere(path);
    if (text === null) continue;
    found += 1;
    addKubeconfig(merged, text, path, dirname(path));
  }
  if (found === 0) throw new KubeconfigMissingError(paths);
  return merged;
}

/** Reads a kubeconfig from text (YAML or JSON). */
export function readKubeconfigText(text: string): MergedKubeconfig {
  const merged = emptyKubeconfig('text');
  addKubeconfig(merged, text, 'text', null);
  return merged;
}

/** Gives a path of a kubeconfig entry as absolute: relative ones start at the file's own folder. */
export function absolutePath(path: string | null | undefined, directory: string | null): string | undefined {
  if (path === null || path === undefined || path === '') return undefined;
  return directory === null || isAbsolute(path) ? path : join(directory, path);
}

function emptyKubeconfig(origin: string): MergedKubeconfig {
  return { origin, clusters: new Map(), users: new Map(), contexts: new Map(), currentContext: null };
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    const reason =
      code === 'EACCES' ? 'permission denied' : error instanceof Error ? error.message : String(error);
    throw new KubeconfigUnreadableError(path, reason, error);
  }
}

function addKubeconfig(
  merged: MergedKubeconfig,
  text: string,
  origin: string,
  directory: string | null,
): void {
  const parsed = parseKubeconfig(text, origin);
  const add = (into: Map<string, Entry>, name: string, value: unknown) => {
    if (!into.has(name)) into.set(name, { value, directory });
  };
  for (const { name, cluster } of parsed.clusters ?? []) add(merged.clusters, name, cluster);
  for (const { name, user } of parsed.users ?? []) add(merged.users, name, user);
  for (const { name, context } of parsed.contexts ?? []) add(merged.contexts, name, context);
  merged.currentContext ??= parsed['current-context'] || null;
}

function parseKubeconfig(text: string, origin: string): z.infer<typeof kubeconfigSchema> {
  let value: unknown;
  try {
    value = parse(text, { merge: true }) ?? {};
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    throw new KubeconfigUnreadableError(origin, `it is neither YAML nor JSON (${reason})`, error);
  }
  const result = kubeconfigSchema.safeParse(value);
  if (result.success) return result.data;
  throw new KubeconfigUnreadableError(origin, firstIssue(result.error), result.error);
}

/** Gives the first thing wrong with a checked value, `users[0].name: expected string`. */
export function firstIssue(error: z.ZodError): string {
  const issue = error.issues[0];
  if (issue === undefined) return 'it has an unknown fault';
  if (issue.path.length === 0) return `it is no map of settings (${issue.message})`;
  return `${issue.path.join('.')}: ${issue.message}`;
}
