import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { CommandResult } from '@/lib/server/training/agent-contract';
import { runCommand } from '@/lib/server/training/agent/commands/run-command';
import { serveAgentAPI } from '@/lib/server/training/agent/rest-api/serve-agent-api';
import { marginMs } from './age';
import { environmentIn, socketsIn } from './agent-sockets';
import type { CaseClock, RandomAgent } from './random-agent';
import { apiOf } from './random-agent';
import { runProgram } from './run-program';

/** From the answer to the first question until the client has ended; after that it may find a later second. */
const sameSecondMs = 1000 - marginMs - 50;

const attempts = 5;

/** What Cilium's own program printed, and what the training agent prints for the same model at the same moment. */
export type BothResults = { real: CommandResult; modelled: CommandResult | 'no-such-binary' };

/** A client that took more than a second every time: the machine is too busy to compare ages. */
export class TooSlowError extends Error {
  override readonly name = 'TooSlowError';
  constructor(command: string) {
    super(
      `${command} took longer than ${sameSecondMs} ms in ${attempts} attempts: run it on an idler machine.`,
    );
  }
}

async function askServed(
  program: string,
  args: readonly string[],
  agent: RandomAgent,
  clock: CaseClock,
): Promise<CommandResult> {
  const folder = await mkdtemp(path.join(tmpdir(), 'oracle-'));
  const server = await serveAgentAPI(apiOf(agent, clock), socketsIn(folder));
  try {
    return await runProgram(program, args, environmentIn(folder));
  } finally {
    await server.stop();
    await rm(folder, { recursive: true });
  }
}

/**
 * Asks a served agent with the real program, then prints the same with the training agent's own code. The model's clock
 * stands still from the moment the program asks; an attempt in which the program's own clock ran into the next second is
 * made again.
 */
export async function askBoth(
  program: string,
  args: readonly string[],
  agent: RandomAgent,
): Promise<BothResults> {
  for (let tried = 0; tried < attempts; tried++) {
    const clock: CaseClock = { startedAtMs: Date.now() - agent.upMs, askedAtMs: null };
    const real = await askServed(program, args, agent, clock);
    if (clock.askedAtMs !== null && Date.now() - clock.askedAtMs > sameSecondMs) continue;
    return { real, modelled: runCommand(['cilium-dbg', ...args], apiOf(agent, clock)) };
  }
  throw new TooSlowError(`cilium-dbg ${args.join(' ')}`);
}
