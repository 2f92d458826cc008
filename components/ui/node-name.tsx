'use client';

import { clsx } from 'clsx';
import { createContext, useContext, useMemo, type ReactNode } from 'react';
import { commonOfNodeNames, nodeNameParts, type NodeNameParts } from './node-name-parts';

const CommonOfNodeNames = createContext(commonOfNodeNames([]));

/** Tells every NodeName below which nodes the cluster has. */
export function NodeNamesProvider({ names, children }: { names: readonly string[]; children: ReactNode }) {
  const joined = names.join('\n');
  const common = useMemo(() => commonOfNodeNames(joined === '' ? [] : joined.split('\n')), [joined]);
  return <CommonOfNodeNames value={common}>{children}</CommonOfNodeNames>;
}

/** Gives the parts of a node's name among the cluster's; `distinct` is its short name. */
export function useNodeNameParts(): (name: string) => NodeNameParts {
  const common = useContext(CommonOfNodeNames);
  return (name) => nodeNameParts(name, common);
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
