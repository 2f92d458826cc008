'use client';

import { z } from 'zod';
import { saveFile } from '@/components/export/save-file';
import { CopyButton } from '@/components/ui/copy-button';
import { TextButton } from '@/components/ui/text-link';
import { exampleLesson } from '@/lib/learn/lesson/example-lesson';
import { lessonSchema } from '@/lib/learn/lesson/lesson-schema';
import { scenarioNames } from '@/lib/learn/lesson/scenario-names';
import { simulatorModels } from '@/lib/learn/lesson/simulator-facts';
import { simulatorIds } from '@/lib/learn/simulator/simulator-id';

const example = JSON.stringify(exampleLesson, null, 2);

const parts: [string, string][] = [
  ['id, version', 'Small letters, figures and hyphens; the version is 1.'],
  ['title, line, stage, minutes', 'What the list of lessons shows.'],
  [
    'scenario',
    `The training cluster that it plays on, one of ${scenarioNames.join(', ')}. Left out: any cluster.`,
  ],
  ['changesCluster', 'True where the task changes the cluster. Then a way to reset it is offered.'],
  [
    'cards',
    'Title, text and, if wanted, a view: a simulator with what its link begins with, an agent’s output (status or service-list, with match the lines to show), or a page of this product.',
  ],
  [
    'text',
    'Paragraphs with an empty line between them, lists of “- ”, `code`, **strong**, [[maglev|a word of the glossary]], [words](/a/page/of/this/product). A word that the glossary does not have, and a link that leads away, are faults: such a lesson is not taken in.',
  ],
  [
    'task.goals',
    'What to bring about or to answer, one after another; each has a judge, and may have hints of its own. One on a simulator needs that simulator as the task’s view.',
  ],
  [
    'task.hints, task.solution',
    'Hints come one by one, those of the goal at hand before those of the task. solutionLink is the simulator’s state that solves it.',
  ],
];

const judges: [string, string][] = [
  [
    'simulator',
    'Facts of a simulator: all of fact with is, oneOf, atLeast or atMost; otherwise says what is wrong.',
  ],
  ['setting', 'What every agent says of a key: oneOf.'],
  ['rollout', 'A change of key to a value that reached every agent since the lesson was begun.'],
  ['services', 'Services that must be there: all.'],
  ['agreement', 'No agent differs from what it must have; with settings, in its settings neither.'],
  [
    'answer',
    'Typed, and compared with the cluster: ask is backends (of a service), outside-address, two-outside-addresses, kube-proxy-line, differing-node or leftover-backend.',
  ],
  ['fact-answer', 'Typed, and compared with a fact of a simulator under a link.'],
  ['choice', 'One of several options; each says why it is right or wrong.'],
];

/** How a lesson is written: its parts, its judges, the facts there are, and an example. */
export function SchemaGuide() {
  return (
    <div className="space-y-6">
      <section aria-labelledby="parts">
        <h2 id="parts" className="pb-1 font-semibold">
          What a lesson is made of
        </h2>
        <Terms terms={parts} />
      </section>
      <section aria-labelledby="judges">
        <h2 id="judges" className="pb-1 font-semibold">
          How a goal is judged
        </h2>
        <p className="pb-1 text-pretty text-muted">
          On how things are, not on how somebody got there. The field <code className="mono">on</code> names
          the judge:
        </p>
        <Terms terms={judges} />
      </section>
      <section aria-labelledby="example">
        <div className="flex flex-wrap items-center gap-x-4 pb-1">
          <h2 id="example" className="flex-1 font-semibold">
            An example
          </h2>
          <CopyButton text={example} label="the example" />
          <TextButton
            onClick={() =>
              saveFile(
                new Blob([JSON.stringify(z.toJSONSchema(lessonSchema, { io: 'input' }), null, 2)], {
                  type: 'application/json',
                }),
                'lesson.schema.json',
              )
            }
          >
            Save the JSON Schema
          </TextButton>
        </div>
        <pre
          tabIndex={0}
          aria-label="Example"
          role="region"
          className="mono max-h-120 overflow-auto rounded-control border border-line bg-sunken px-3 py-2 leading-5"
        >
          {example}
        </pre>
      </section>
      <section aria-labelledby="facts">
        <h2 id="facts" className="pb-1 font-semibold">
          Simulators, the names in their links, and their facts
        </h2>
        <Terms terms={simulatorIds.map((id) => [id, namesOf(id)])} />
      </section>
    </div>
  );
}

function namesOf(id: (typeof simulatorIds)[number]): string {
  const { keys, facts } = simulatorModels[id];
  return `link: ${keys.join(', ')}. Facts: ${Object.keys(facts(() => null)).join(', ')}.`;
}

function Terms({ terms }: { terms: readonly (readonly [string, string])[] }) {
  return (
    <dl>
      {terms.map(([term, words]) => (
        <div
          key={term}
          className="grid gap-x-4 border-t border-line py-1.5 desk:grid-cols-[14rem_minmax(0,1fr)]"
        >
          <dt className="mono leading-5 wrap-anywhere">{term}</dt>
          <dd className="text-pretty wrap-anywhere text-muted">{words}</dd>
        </div>
      ))}
    </dl>
  );
}
