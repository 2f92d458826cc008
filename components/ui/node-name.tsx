'use client';

import { clsx } from 'clsx';
import { createContext, useCallback, useContext, useMemo, type ReactNode } from 'react';
import { commonOfNodeNames, nodeNameParts, type NodeNameCommon, type NodeNameParts } from './node-name-parts';

type Cluster = { names: ReadonlySet<string>; common: NodeNameCommon };

function clusterOf(names: readonly string[]): Cluster {
  return { names: new Set(names), common: commonOfNodeNames(names) };
}

const ClusterNodeNames = createContext(clusterOf([]));

/** Tells every NodeName below which nodes the cluster has. */
export function NodeNamesProvider({ names, children }: { names: readonly string[]; children: ReactNode }) {
  const joined = names.join('\n');
  const cluster = useMemo(() => clusterOf(joined === '' ? [] : joined.split('\n')), [joined]);
  return <ClusterNodeNames value={cluster}>{children}</ClusterNodeNames>;
}

/** Gives the parts of a node's name among the cluster's; `distinct` is its short name. */
export function useNodeNameParts(): (name: string) => NodeNameParts {
  const { common } = useContext(ClusterNodeNames);
  return useCallback((name: string) => nodeNameParts(name, common), [common]);
}

/** Gives the names of the nodes that have an agent. */
export function useNodeNames(): ReadonlySet<string> {
  return useContext(ClusterNodeNames).names;
}

type NodeNameProps = {
  name: string;
  /** `short` shows what tells it apart only; `full` dims the rest. */
  form?: 'short' | 'full';
  className?: string;
};

/** A node's name with what all nodes share dimmed or left out; the whole name is the tooltip and what is copied. */
export function NodeName({ name, form = 'full', className }: NodeNameProps) {
  const { prefix, distinct, suffix } = useNodeNameParts()(name);
  return (
    <span className={clsx('mono whitespace-nowrap', className)} title={name}>
      {form === 'full' && prefix !== '' && <span className="font-normal text-faint">{prefix}</span>}
      {distinct}
      {suffix !== '' && <span className="sr-only">{suffix}</span>}
    </span>
  );
}
