import { z } from 'zod';
import { simulatorIds } from '../simulator/simulator-id';
import { linkSchema } from './view-schema';

const value = z.union([z.string().max(200), z.number(), z.boolean()]);
const serviceName = z
  .string()
  .max(200)
  .regex(/^[a-z0-9.-]+\/[a-z0-9.-]+$/, 'a Service as namespace/name');
const word = z.string().min(1).max(100);

/** What must be so of one fact; `otherwise` says what is wrong, with `{value}` for what is so now. */
const factTest = z
  .strictObject({
    fact: z.string().regex(/^[a-z][A-Za-z0-9]{0,60}$/, 'a name as tableSize'),
    is: value.optional(),
    oneOf: z.array(value).min(1).max(20).optional(),
    atLeast: z.number().optional(),
    atMost: z.number().optional(),
    otherwise: z.string().max(300).optional(),
  })
  .refine(
    ({ is, oneOf, atLeast, atMost }) => [is, oneOf, atLeast, atMost].some((given) => given !== undefined),
    'one of is, oneOf, atLeast, atMost',
  );
/** A test of one fact, as a lesson’s file holds it. */
export type FactTest = z.infer<typeof factTest>;

/** The state of a simulator. */
const simulatorJudge = z.strictObject({
  on: z.literal('simulator'),
  simulator: z.enum(simulatorIds),
  all: z.array(factTest).min(1).max(12),
  /** What is said when it is met. */
  met: z.string().max(300).optional(),
});

/** What every agent says of a setting. */
const settingJudge = z.strictObject({
  on: z.literal('setting'),
  key: word,
  oneOf: z.array(word).min(1).max(10),
});

/** A change that reached every agent since the lesson was begun. */
const rolloutJudge = z.strictObject({ on: z.literal('rollout'), key: word, to: word });

/** Services that must be there. */
const servicesJudge = z.strictObject({ on: z.literal('services'), all: z.array(serviceName).min(1).max(20) });

/** No agent's rows differ from what they must be; with `settings`, their settings do not either. */
const agreementJudge = z.strictObject({ on: z.literal('agreement'), settings: z.boolean().default(false) });

/** A question to the cluster: the right answer is what it says now. */
const clusterQuestions = z.discriminatedUnion('ask', [
  z.strictObject({ ask: z.literal('backends'), service: serviceName }),
  z.strictObject({ ask: z.literal('outside-address') }),
  z.strictObject({ ask: z.literal('two-outside-addresses') }),
  z.strictObject({ ask: z.literal('kube-proxy-line') }),
  z.strictObject({ ask: z.literal('differing-node'), what: z.enum(['rows', 'settings']).default('rows') }),
  z.strictObject({ ask: z.literal('leftover-backend') }),
]);
/** One of the questions whose answer the cluster gives. */
export type ClusterQuestion = z.infer<typeof clusterQuestions>;

/** An answer that is typed and compared with the cluster. */
const answerJudge = z.strictObject({
  on: z.literal('answer'),
  label: z.string().min(1).max(120),
  question: clusterQuestions,
});

/** An answer that is typed and compared with a fact of a simulator, as it stands under `link`. */
const factAnswerJudge = z.strictObject({
  on: z.literal('fact-answer'),
  label: z.string().min(1).max(120),
  simulator: z.enum(simulatorIds),
  link: linkSchema,
  fact: z.string().max(60),
});

/** One of a few answers, each with what it means. */
const choiceJudge = z
  .strictObject({
    on: z.literal('choice'),
    options: z
      .array(
        z.strictObject({
          id: z.string().regex(/^[a-z0-9-]{1,40}$/),
          words: z.string().min(1).max(200),
          why: z.string().min(1).max(500),
        }),
      )
      .min(2)
      .max(8),
    right: z.string(),
  })
  .refine(({ options, right }) => options.some(({ id }) => id === right), 'right names no option');

/** How a goal is judged: on a state, or by an answer that is compared with one. */
export const judgeSchema = z.discriminatedUnion('on', [
  simulatorJudge,
  settingJudge,
  rolloutJudge,
  servicesJudge,
  agreementJudge,
  answerJudge,
  factAnswerJudge,
  choiceJudge,
]);
/** How one goal is judged, as a lesson’s file holds it. */
export type Judge = z.infer<typeof judgeSchema>;
