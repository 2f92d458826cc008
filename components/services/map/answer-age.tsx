'use client';

import { useQuery } from '@tanstack/react-query';
import { Age } from '@/components/ui/age';
import { agentQuery } from '@/lib/queries/agents';

/** How long ago a node's agent gave the table that is shown, or that it never did. It follows each answer by itself. */
export function AnswerAge({ node }: { node: string }) {
  const answer = useQuery(agentQuery(node)).data?.answers['service-list'];
  if (!answer?.answeredTimestamp) return 'never';
  return <Age timestamp={answer.answeredTimestamp} form={answer.stale ? 'bare' : 'ago'} />;
}
