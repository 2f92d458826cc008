import type { z } from 'zod';
import type { lessonSchema } from './lesson-schema';

/** A short lesson that a trainer can begin with. */
export const exampleLesson: z.input<typeof lessonSchema> = {
  id: 'who-gets-the-answer',
  version: 1,
  title: 'Who sends the answer?',
  line: 'one mode, one look at the way back',
  stage: 'Our own',
  minutes: 5,
  cards: [
    {
      title: 'The way back',
      text: 'With [[snat|SNAT]] the answer goes back **through the node that got the packet**.\n\nStep to the end, and read who sends it.',
      view: { simulator: 'dsr', link: { mode: 'snat' } },
    },
  ],
  task: {
    title: 'Let the pod’s node answer',
    text: 'Set the simulator so that the answer does not pass node 1.',
    view: { simulator: 'dsr', link: { mode: 'snat' } },
    goals: [
      {
        say: 'The answer goes straight from node 2 to the client.',
        judge: {
          on: 'simulator',
          simulator: 'dsr',
          all: [
            {
              fact: 'answerGoesPastNodeOne',
              is: true,
              otherwise: 'The answer still passes node 1.',
            },
          ],
        },
      },
    ],
    hints: ['It is the mode that decides.'],
    solution: 'Choose `dsr`.',
    solutionLink: { mode: 'dsr' },
  },
};
