import { featuresOf } from '../features';
import type { FieldEntry } from '../field-entry';
import { notReported, ofText } from '../field-value';
import type { Passage } from '../passage';
import { code } from '../passage';
import { annotationEntries } from './annotation-names';

/** What an annotation does, by its name; as the line of its own tells it. */
const effects = new Map(Object.values(annotationEntries).map(({ title, what }) => [title, what] as const));

/** `Annotations:`, with one line a name, or `(n/a)`. */
export const annotations: FieldEntry = {
  id: 'annotations',
  title: 'Annotations',
  labels: ['Annotations'],
  block: 'details',
  path: 'kubeProxyReplacement.features.annotations',
  printed: [{ since: '1.17' }],
  printedWhen: 'in 1.17.0 to 1.17.2 only if there are any',
  what: 'The annotations by which a single Service may differ from the node’s settings, as far as this agent obeys them.',
  why: [
    {
      text: 'One Service may need DSR or Maglev while the rest of the cluster does not, or may have to be exposed on a few nodes only.',
      expert:
        'Names are compared letter by letter; the values of forwarding-mode and lb-algorithm in lower case.',
    },
  ],
  value(status) {
    const names = featuresOf(status).annotations;
    if (names === undefined) return notReported;
    return names.length === 0 ? { state: 'off', text: '(n/a)' } : ofText(names.join(', '));
  },
  meaning(status, { node }): Passage[] {
    const names = featuresOf(status).annotations ?? [];
    if (names.length === 0)
      return [`${code(node)} obeys none: a Service’s annotations change nothing in how it is balanced.`];
    return [
      `${code(node)} obeys ${names.length === 1 ? 'this one' : `these ${names.length}`}:`,
      ...names.map((name) => {
        const effect = effects.get(name);
        return typeof effect !== 'string' ? `${code(name)}: not known here.` : `${code(name)}: ${effect}`;
      }),
    ];
  },
  absent: (status, { version }) =>
    version !== null &&
    version.major === 1 &&
    version.minor === 17 &&
    status.kubeProxyReplacement !== undefined
      ? 'An agent of 1.17.0 to 1.17.2 prints nothing when it obeys no annotation.'
      : null,
  costs: [
    'A Service’s forwarding mode should be set when it is created: changing it breaks the connections it has.',
  ],
  misunderstood: [
    {
      claim: 'An annotation that is not listed is an error.',
      truth: 'It is ignored without a word; the Service is balanced like any other.',
    },
    {
      claim: 'The list shows what Services use.',
      truth: 'It shows what they could use.',
    },
  ],
  prerequisites: [
    {
      text: 'For forwarding-mode and lb-algorithm, their options; the others are obeyed anyway.',
      since: '1.17',
    },
    {
      text: 'In 1.17 forwarding-mode is read only if the option for lb-algorithm is on as well.',
      since: '1.17',
      until: '1.17',
    },
  ],
  settings: [
    {
      helm: 'bpf.lbModeAnnotation',
      key: 'bpf-lb-mode-annotation',
      values: ['true', 'false'],
      default: 'false',
      since: '1.17',
      note: 'Not together with mode hybrid.',
    },
    {
      helm: 'bpf.lbAlgorithmAnnotation',
      key: 'bpf-lb-algorithm-annotation',
      values: ['true', 'false'],
      default: 'false',
      since: '1.17',
    },
  ],
  current: () => null,
  grep: '^  Annotations:',
  grepLinesAfter: 8,
  versions: [
    'The list since 1.17; an empty one is printed as (n/a) from 1.17.3.',
    'node-selector and proxy-delegation since 1.18.',
  ],
  docs: { page: 'kube-proxy-free' },
  related: [
    'annotation-forwarding-mode',
    'annotation-lb-algorithm',
    'annotation-node',
    'annotation-node-selector',
    'annotation-proxy-delegation',
    'annotation-src-ranges-policy',
    'annotation-type',
  ],
};
