import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sameSocketAddress } from './packet';
import { questions } from './random-question.fixture';
import { walkPacket } from './walk-packet';

test('the client sees the answer come from where it sent to, or the walk ends in a failure with a name', () => {
  let answered = 0;
  fc.assert(
    fc.property(questions, (question) => {
      const { hops, failure } = walkPacket(question);
      for (const [index, hop] of hops.entries()) {
        const earlier = hops[index - 1];
        if (earlier !== undefined && earlier.lane === hop.lane) expect(hop.before).toEqual(earlier.after);
        if (hop.place.kind === 'wire') expect(hop.after).toEqual(hop.before);
        // Nothing but the node's own programs and its kernel adds or takes off headers.
        if (hop.place.kind !== 'node') expect(hop.after.outer).toEqual(hop.before.outer);
      }
      if (failure !== null) return;
      answered += 1;
      const last = hops.at(-1)?.after;
      const first = hops[0]?.before;
      expect(last !== undefined && sameSocketAddress(last.source, question.to)).toBe(true);
      expect(
        last !== undefined && first !== undefined && sameSocketAddress(last.destination, first.source),
      ).toBe(true);
      expect([last?.dsr, last?.outer]).toEqual([null, null]);
    }),
    { numRuns: 3_000 },
  );
  expect(answered).toBeGreaterThan(300);
});
