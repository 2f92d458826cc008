import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test, vi } from 'vitest';
import { useSentOnce } from './use-sent-once';

type Settle = (answer: string | undefined, error: Error | null) => void;

/** A mutation that is answered when the test says so, and the way to send it. */
function sending(again: boolean) {
  const settles: Settle[] = [];
  const mutate = vi.fn((_question: string, options?: { onSettled?: unknown }) => {
    // Only these two arguments are read of what the query library gives.
    settles.push(options?.onSettled as Settle);
  });
  const taken: { send?: (question: string) => void } = {};
  function Probe() {
    const send = useSentOnce<string, string>({ mutate }, { again });
    taken.send = (question) => send(question, {});
    return null;
  }
  renderToStaticMarkup(<Probe />);
  return {
    mutate,
    send: () => taken.send?.('x'),
    settle: (error: Error | null) => settles.at(-1)?.('y', error),
  };
}

test('a double click is one question', () => {
  const { mutate, send } = sending(false);
  send();
  send();
  expect(mutate).toHaveBeenCalledTimes(1);
});

test('after a refusal it may be asked anew, after a success only where it may be repeated', () => {
  for (const [again, times] of [
    [false, 2],
    [true, 3],
  ] as const) {
    const { mutate, send, settle } = sending(again);
    send();
    settle(new Error('refused'));
    send();
    settle(null);
    send();
    expect(mutate).toHaveBeenCalledTimes(times);
  }
});
