import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runCommand } from '@/lib/server/training/agent/commands/run-command';
import { askBoth } from './oracle/ask-both';
import { askNobody } from './oracle/ask-nobody';
import { mainCommands, otherCommands, unaskedCommands } from './oracle/oracle-commands';
import type { RandomAgent } from './oracle/random-agent';
import { apiOf, randomAgent } from './oracle/random-agent';
import { randomServices } from './oracle/random-services';
import { pinnedVersion } from './programs/pinned-version';
import { ciliumMinors } from './programs/program-list';
import { programOf, programPath } from './programs/program-path';

/** Models a version is compared on; KPR_ORACLE_MODELS asks for more. */
const models = Number(process.env.KPR_ORACLE_MODELS ?? 24);

/** A case that shrinks asks many times more. */
const timeoutMs = 180_000;

describe.each(ciliumMinors)('the training agent prints what cilium-dbg %s prints', (minor) => {
  const id = `cilium-${minor}/cilium-dbg` as const;
  const release = pinnedVersion(programOf(id)).replace(/^v/, '');

  async function compare(agent: RandomAgent, commands: readonly string[]): Promise<void> {
    const both = await Promise.all(
      commands.map(async (command) => ({
        command,
        ...(await askBoth(programPath(id), command.split(' '), agent)),
      })),
    );
    for (const { command, real, modelled } of both) expect(modelled, command).toEqual(real);
  }

  it(
    'for any agent',
    async () => {
      const anyOther = fc.constantFrom(...otherCommands);
      await fc.assert(
        fc.asyncProperty(randomAgent(release), anyOther, (agent, other) =>
          compare(agent, [...mainCommands, other]),
        ),
        { numRuns: models },
      );
    },
    timeoutMs,
  );

  it(
    'for services that it cannot read',
    async () => {
      const [plain] = fc.sample(randomAgent(release), { numRuns: 1, seed: 1 });
      if (plain === undefined) throw new Error('fast-check made no agent');
      const services = randomServices(Number(minor.split('.')[1]), true);
      await fc.assert(
        fc.asyncProperty(services, (broken) =>
          compare({ ...plain, services: broken }, ['service list --clustermesh-affinity']),
        ),
        { numRuns: Math.ceil(models / 4) },
      );
    },
    timeoutMs,
  );

  const noAgent = (['missing', 'refused'] as const).flatMap((socket) =>
    [...mainCommands, ...otherCommands].map((command) => ({ command, socket })),
  );
  const unasked = unaskedCommands.map((command) => ({ command, socket: 'missing' as const }));

  it.concurrent.each([...noAgent, ...unasked])(
    'for `$command` where the socket is $socket',
    async ({ command, socket }) => {
      const args = command.split(' ');
      const [agent] = fc.sample(randomAgent(release), { numRuns: 1, seed: 1 });
      if (agent === undefined) throw new Error('fast-check made no agent');
      const api = { ...apiOf(agent, { startedAtMs: 0, askedAtMs: 0 }), socket: () => socket };
      const real = await askNobody(programPath(id), args, socket);
      expect(runCommand(['cilium-dbg', ...args], api)).toEqual(real);
    },
  );
});
