'use client';

import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { AgentStatus } from '@/lib/cilium/agent-status';
import type { DetailsLine } from '@/lib/cilium/fields/details-block';
import { readDetailsBlock } from '@/lib/cilium/fields/details-block';
import { parseStatus } from '@/lib/cilium/parse-status';
import { rawQuery } from '@/lib/queries/raw';
import type { RawAnswerView } from '@/lib/snapshot/agent-view';

export type AgentOutput = {
  answer: RawAnswerView | undefined;
  error: Error | null;
  askAgain: () => void;
  /** The text read; null where there is none, or nothing in it was understood. */
  status: AgentStatus | null;
  /** The lines of the details block; null where the text has none. */
  block: DetailsLine[] | null;
};

/** Asks an agent for its status in full, and reads it here: the same bytes are shown and explained. */
export function useAgentOutput(node: string): AgentOutput {
  const { data: answer, error, refetch } = useQuery(rawQuery(node, 'status'));
  const stdout = answer?.stdout;
  const read = useMemo(() => {
    if (stdout === undefined) return { status: null, block: null };
    const status = parseStatus(stdout);
    return {
      status: status.kubeProxyReplacement === undefined && status.cilium === undefined ? null : status,
      block: readDetailsBlock(stdout),
    };
  }, [stdout]);
  return { answer, error, askAgain: () => void refetch(), ...read };
}
