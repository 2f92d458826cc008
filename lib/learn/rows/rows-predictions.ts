import type { Prediction } from '../predict/prediction';
import { firstRowStep } from './row-steps';
import { isFromOutside } from './rows-facts';
import type { NodeRows } from './rows-model';

/**
 * Gives the questions about an example: how many rows the first node lists, and where a policy of Local leaves nodes without
 * pods, what stands there.
 */
export function rowsPredictions(perNode: readonly NodeRows[]): Prediction[] {
  return [rowCount(perNode[0]), withoutPods(perNode)].filter((prediction) => prediction !== null);
}

function rowCount(table: NodeRows | undefined): Prediction | null {
  if (table === undefined) return null;
  const right = table.rows.length;
  const wrong = [right + 1, right - 1, right + 2].filter((count) => count >= 0);
  const counts = [right, ...wrong].slice(0, 3).sort((a, b) => a - b);
  const types = [...new Set(table.rows.map(({ frontend }) => frontend.type))];
  return {
    id: 'rows',
    step: firstRowStep,
    question: `How many rows does the Service have in the list of ${table.node}?`,
    options: counts.map((count) => ({
      id: String(count),
      words: count === 0 ? 'none' : count === 1 ? 'one row' : `${count} rows`,
      address: null,
    })),
    rightId: String(right),
    fact: right === 0 ? 'It has none' : right === 1 ? 'It has one row' : `It has ${right} rows`,
    why:
      right === 0
        ? 'Below the list it is said why.'
        : `Of type ${types.join(', ')}. Choose a row to read why it is there.`,
  };
}

function withoutPods(perNode: readonly NodeRows[]): Prediction | null {
  const bare = perNode.find(({ rows }) =>
    rows.some(({ frontend }) => isFromOutside(frontend) && frontend.backends.length === 0),
  );
  const others = perNode.some(({ rows }) =>
    rows.some(({ frontend }) => isFromOutside(frontend) && frontend.backends.length > 0),
  );
  if (bare === undefined || !others) return null;
  return {
    id: 'bare',
    step: firstRowStep,
    question: `${bare.node} runs none of the pods. What has its row for clients outside?`,
    options: [
      { id: 'missing', words: 'there is no such row', address: null },
      { id: 'empty', words: 'the row, without a backend', address: null },
      { id: 'all', words: 'the row, with the pods of other nodes', address: null },
    ],
    rightId: 'empty',
    fact: `The row stands on ${bare.node} without a backend`,
    why: 'externalTrafficPolicy Local: a packet from outside is dropped there. Clients in the cluster use the row with /i, which has all pods.',
  };
}
