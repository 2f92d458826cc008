import { createHash } from 'node:crypto';
import { hostname } from 'node:os';
import type { Logger } from 'pino';
import { createRollouts } from '@/lib/server/change/create-rollouts';
import { JournalInUseError, openFileJournal } from '@/lib/server/change/file-journal';
import type { RolloutJournal } from '@/lib/server/change/rollout-journal';
import type { Rollouts } from '@/lib/server/change/rollouts';
import type { Collector } from '@/lib/server/collector/collector';
import { findHelm, namedProgram } from '@/lib/server/helm/find-helm';
import type { KubeConnection } from '@/lib/server/kube/kube-connection';
import { CommandError } from './command-error';
import { openDataDirectory } from './data-directory';
import type { StartOptions } from './start-options';

type ChangeOptions = Pick<StartOptions, 'allowChanges' | 'readOnly' | 'dataDir' | 'helm'>;

/** Whether changes may be made: on for a training cluster, else where it was said; `--read-only` wins. */
export function changesAllowed({ allowChanges, readOnly }: ChangeOptions, kind: string): boolean {
  return readOnly !== true && (allowChanges ?? kind === 'training');
}

/** Keeps nothing: where nothing is begun and the directory may not be written, there is nothing to keep. */
function emptyJournal(): RolloutJournal {
  return { read: async () => [], append: async () => {} };
}

async function openJournal(directory: string, isNeeded: boolean, logger: Logger): Promise<RolloutJournal> {
  try {
    return await openFileJournal(directory);
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    if (!isNeeded) {
      logger.warn({ directory }, `no journal: ${said}`);
      return emptyJournal();
    }
    const hint =
      error instanceof JournalInUseError
        ? 'End that dashboard, name another --data-dir, or start with --read-only.'
        : 'Name another --data-dir, or start with --read-only.';
    throw new CommandError(`Changes need a journal. ${said} ${hint}`);
  }
}

/** The helm command to use. Throws CommandError for one that was named and cannot be run. */
function helmOf(named: string | undefined): string | null {
  if (named === undefined) return findHelm(process.env.PATH);
  const program = namedProgram(named);
  if (program === null) throw new CommandError(`--helm: there is no program ${named} that can be run.`);
  return program;
}

export type OpenRollouts = { rollouts: Rollouts; stop: () => Promise<void> };

/** Opens the desk of changes of a cluster. Rejects with CommandError where changes are allowed and cannot be journalled. */
export async function openRollouts(
  connection: KubeConnection,
  collector: Collector,
  options: ChangeOptions,
  logger: Logger,
): Promise<OpenRollouts> {
  const helmPath = helmOf(options.helm);
  const allowed = changesAllowed(options, connection.identity.kind);
  const { directory, remove } = await openDataDirectory(connection, options.dataDir, process.env);
  const journal = await openJournal(directory, allowed, logger);
  const place = createHash('sha256').update(directory).digest('hex').slice(0, 8);
  const rollouts = await createRollouts({
    ...{ connection, source: collector, journal, allowed, logger, helmPath },
    holder: `kpr-explorer on ${hostname()} (${place})`,
    announce: (rollout) => collector.announce({ event: 'rollout', rollout }),
  });
  return {
    rollouts,
    stop: async () => {
      await rollouts.stop();
      await remove();
    },
  };
}
