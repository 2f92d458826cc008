import type { FieldEntry } from '../field-entry';
import { notReported } from '../field-value';
import type { Passage } from '../passage';
import { code } from '../passage';

/** Failing controllers named in a sentence; the whole list stands in the output. */
const mostNamed = 3;

/** `Controller Status:`, the agent’s background jobs. */
export const controllers: FieldEntry = {
  id: 'controllers',
  title: 'Controller Status',
  labels: ['Controller Status'],
  block: 'output',
  path: 'controllers',
  printed: [{}],
  printedWhen: '',
  what: 'How many of the agent’s background jobs ended well when they last ran.',
  why: [
    'An agent keeps the datapath up to date with many small jobs that are tried again until they succeed. One that keeps failing means that something on this node is not as the agent wants it.',
    {
      text: '',
      expert:
        'Up to 1.17 Services are written by `sync-lb-maps-with-k8s-services`; later by a reconciler that has no controller.',
    },
  ],
  value({ controllers: said }) {
    if (said === undefined) return notReported;
    const text = `${said.healthy}/${said.total} healthy`;
    return { state: said.healthy === said.total ? 'on' : 'value', text };
  },
  meaning({ controllers: said }, { node }): Passage[] {
    if (said === undefined) return [];
    if (said.healthy === said.total)
      return [`All ${code(said.total)} jobs of the agent on ${code(node)} ended well when they last ran.`];
    const failing = (said.items ?? []).filter(({ consecutiveFailures }) => consecutiveFailures > 0);
    const named = failing.slice(0, mostNamed).map(({ name, consecutiveFailures, message }) => {
      const why = message === undefined ? '' : `: ${code(message)}`;
      return `${code(name)} failed ${code(consecutiveFailures)} times in a row${why}.`;
    });
    const more =
      failing.length > mostNamed ? [`${failing.length - mostNamed} more fail; the list has them.`] : [];
    return [
      `${code(said.total - said.healthy)} of ${code(said.total)} jobs of the agent on ${code(node)} failed when they last ran.`,
      ...named,
      ...more,
    ];
  },
  costs: [],
  misunderstood: [
    {
      claim: 'All healthy means that the datapath is right.',
      truth:
        'It means that no job is failing. What the tables hold has to be compared with the API, as Agreement does.',
    },
    {
      claim: 'A job that failed once is a fault.',
      truth: 'Jobs are tried again. What counts is a number of failures in a row that grows.',
    },
  ],
  prerequisites: [],
  settings: [],
  current: () => null,
  grep: '^Controller Status:',
  grepLinesAfter: 80,
  versions: ['In every version. Without --verbose only the failing ones are listed.'],
  docs: { page: 'troubleshooting' },
  related: ['cluster-health', 'status'],
};
