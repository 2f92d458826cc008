import type { AgentQuestion } from './agent-command';
import { failurePatterns } from './agent-failures';
import { isJSON } from './output-shape';
import { isServiceListHeader } from './service-list-header';
import { statusSections } from './status-text-sections';
import { isNotice } from './notices';

/** Why an agent gave no (whole) answer; a subset of the codes of lib/snapshot. */
export type AgentErrorCode =
  | 'not-ready'
  | 'forbidden'
  | 'unauthenticated'
  | 'api-disabled'
  | 'no-such-binary'
  | 'no-such-container'
  | 'pod-gone'
  | 'timed-out'
  | 'half-answer'
  | 'unreadable'
  | 'command-failed'
  | 'connection-lost';

/** A failure in words: what failed, how it was told, and what to do. */
export type AgentError = { code: AgentErrorCode; title: string; detail: string; hint: string };

/** What one command in an agent's container answered. */
export type AgentAnswer = {
  question: AgentQuestion;
  stdout: string;
  stderr: string;
  /** Null where the command never ended: timed out, killed, or the connection went away. */
  exitCode: number | null;
  timedOut?: boolean;
};

/** Messages stand at the start of an answer, or at its end. */
const searchedLength = 32_768;
const maxDetailLength = 600;

/**
 * Tells what went wrong with an answer (v1.10 to main; exit codes and words as recorded from an agent).
 * Exit 1 with a whole status is how an unhealthy agent answers, and no error; exit 0 with a help text is one.
 * @returns null where the answer is good to be parsed.
 */
export function classifyAgentAnswer(answer: AgentAnswer): AgentError | null {
  if (hasAnswer(answer)) return cutOffError(answer);
  const words = messageOf(answer);
  const failure = failurePatterns.find(({ pattern }) => pattern.test(words));
  if (failure !== undefined) {
    const { code, title, hint } = failure;
    return { code, title, detail: detailOf(words), hint };
  }
  return unknownError(answer, words);
}

/** True when stdout starts like an answer to the question. */
function hasAnswer({ question, stdout, exitCode }: AgentAnswer): boolean {
  if (question === 'other')
    return exitCode === 0 && stdout.trim() !== '' && !isHelp(stdout) && !isNotResponding(stdout);
  if (isJSON(stdout)) return true;
  const line = firstLine(stdout);
  if (question === 'service-list') return isServiceListHeader(line);
  return statusSections.has(line.slice(0, Math.max(0, line.indexOf(':'))));
}

/** Finds out whether an answer that started well also ended well. */
function cutOffError({ question, stdout, stderr, exitCode, timedOut }: AgentAnswer): AgentError | null {
  const mayEndWithOne = question === 'status' && exitCode === 1 && !stderr.includes('Failed while streaming');
  const endsWell = exitCode === 0 || mayEndWithOne;
  if (endsWell && timedOut !== true && stdout.endsWith('\n')) return null;
  const how =
    timedOut === true
      ? 'The time ran out'
      : exitCode === null
        ? 'The connection ended'
        : `Exit code ${exitCode}`;
  return {
    code: 'half-answer',
    title: 'The agent answered in part',
    detail: detailOf(`${how} after ${stdout.length} characters. ${stderr.trim()}`),
    hint: 'The last whole answer is kept. The agent may have restarted in the middle: it is asked again with the next sweep.',
  };
}

function unknownError({ stdout, exitCode, timedOut }: AgentAnswer, words: string): AgentError {
  if (timedOut === true) {
    return {
      code: 'timed-out',
      title: 'The agent did not answer in time',
      detail: detailOf(words === '' ? 'Nothing came before the time ran out.' : words),
      hint: 'It may be overloaded or hung. Look at its CPU use and its log; it is asked again, less often.',
    };
  }
  if (exitCode === null) {
    return {
      code: 'connection-lost',
      title: 'The connection ended before the command did',
      detail: detailOf(words === '' ? 'No exit code came.' : words),
      hint: 'The pod or the API server may have restarted. It is asked again with the next sweep.',
    };
  }
  if (exitCode === 0) {
    return {
      code: 'unreadable',
      title: stdout.trim() === '' ? 'The command printed nothing' : 'The command printed something else',
      detail: detailOf(stdout.trim() === '' ? 'Exit code 0, empty output.' : stdout),
      hint: 'This version of Cilium may answer in a form that is not known here. Look at the raw output.',
    };
  }
  return {
    code: 'command-failed',
    title: `The command failed with exit code ${exitCode}`,
    detail: detailOf(words === '' ? 'It printed no reason.' : words),
    hint:
      exitCode === 137
        ? 'It was killed, most often because the container ran out of memory. Look at its memory limit.'
        : 'Run the command by hand, as shown on the Raw page, and look at the log of the agent.',
  };
}

/** The words to search: stderr first, then the ends of stdout (kubectl and the shell print errors there). */
function messageOf({ stdout, stderr }: AgentAnswer): string {
  const start = stdout.slice(0, searchedLength);
  const end = stdout.length > searchedLength ? stdout.slice(-searchedLength) : '';
  return `${stderr.slice(0, searchedLength)}\n${start}\n${end}`.trim();
}

function detailOf(words: string): string {
  const lines = words
    .slice(0, searchedLength)
    .split('\n')
    .filter((line) => line.trim() !== '' && !isNotice(line));
  const text = [...new Set(lines)].join('\n').trim();
  return text.length > maxDetailLength ? `${text.slice(0, maxDetailLength)}…` : text;
}

function firstLine(stdout: string): string {
  return (
    stdout
      .slice(0, searchedLength)
      .split('\n')
      .find((line) => line.trim() !== '' && !isNotice(line)) ?? ''
  );
}

/** Cobra prints the help of a group, with exit code 0, for a sub-command it does not know. */
function isHelp(stdout: string): boolean {
  return /^Usage:$/m.test(stdout.slice(0, searchedLength));
}

/** `cilium version` asks the agent too, and ends with 0 whatever it says. */
function isNotResponding(stdout: string): boolean {
  return /^Daemon: Not responding$/m.test(stdout.slice(0, searchedLength));
}
