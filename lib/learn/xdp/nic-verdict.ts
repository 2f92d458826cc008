import { kernelAtLeast, xdpDriver, type XdpDriver } from './xdp-drivers';
import { fragsSinceMinor, nicName, type XdpParameters } from './xdp-parameters';

/** What becomes of the program at one device: it runs in the driver, in the kernel behind it, or the driver refuses it. */
export type VerdictKind = 'native' | 'generic' | 'refused' | 'skipped' | 'off';

/** One device with what its driver says. */
export type NicVerdict = {
  name: string;
  driver: XdpDriver;
  kind: VerdictKind;
  /** Why, in one sentence. */
  why: string;
  /** The kernel's own word where it refuses. */
  errno: 'operation not supported' | 'invalid argument' | null;
};

const unknownDriver: XdpDriver = { id: 'other', name: 'unlisted driver', since: null, note: '' };

/** Gives each device's verdict. In `native` one refusal ends the agent; in `best-effort` that device goes without (C4, C5). */
export function nicVerdicts(parameters: XdpParameters): NicVerdict[] {
  return parameters.nics.map((id, index) => verdictOf(parameters, nicName(index), xdpDriver(id)));
}

function verdictOf(parameters: XdpParameters, name: string, known: XdpDriver | null): NicVerdict {
  const driver = known ?? unknownDriver;
  const { acceleration } = parameters;
  const of = (kind: VerdictKind, why: string, errno: NicVerdict['errno'] = null) => ({
    ...{ name, driver, kind, why, errno },
  });
  if (acceleration === 'disabled') return of('off', 'Nothing is attached: the setting is disabled.');
  if (acceleration === 'testing-only')
    return of(
      'generic',
      'The kernel runs the program behind the driver, whatever driver it is. Meant for tests.',
    );
  const refusal = refusalOf(parameters, driver);
  if (refusal === null)
    return of('native', `The driver runs XDP programs since Linux ${driver.since ?? ''}.`);
  const kind = acceleration === 'native' ? 'refused' : 'skipped';
  return of(kind, refusal.why, refusal.errno);
}

type Refusal = { why: string; errno: NonNullable<NicVerdict['errno']> };

function refusalOf({ kernel, faults, minor }: XdpParameters, driver: XdpDriver): Refusal | null {
  if (driver.since === null)
    return {
      why: 'It is not on the list of drivers that run XDP programs.',
      errno: 'operation not supported',
    };
  if (!kernelAtLeast(kernel, driver.since))
    return {
      why: `The driver runs XDP programs since Linux ${driver.since}; this is ${kernel}.`,
      errno: 'operation not supported',
    };
  if (faults.includes('channels') && driver.id === 'ena')
    return {
      why: 'All channels are in use; half of them have to be free for XDP.',
      errno: 'invalid argument',
    };
  if (faults.includes('jumbo') && minor < fragsSinceMinor)
    return {
      why: 'A packet of MTU 9001 does not fit into the one page that XDP has.',
      errno: 'invalid argument',
    };
  return null;
}
