import { howDirect } from '@/lib/learn/devices/direct-words';
import type { DevicesOutcome } from '@/lib/learn/devices/devices-outcome';
import type { DevicesParameters } from '@/lib/learn/devices/devices-parameters';
import { addressStep, directStep } from '@/lib/learn/devices/devices-predictions';
import { stepTitle } from '@/lib/learn/devices/test-words';
import { OutcomeMark } from './outcome-mark';

type StepDetailProps = { outcome: DevicesOutcome; parameters: DevicesParameters; step: number };

/** What the step in sight says of each interface, in a sentence. */
export function StepDetail({ outcome, parameters, step }: StepDetailProps) {
  return (
    <section aria-labelledby="step" className="min-h-40 pt-3">
      <h2 id="step" className="pb-1 font-semibold">
        {stepTitle(step)}
      </h2>
      {step === 0 ? (
        <p className="max-w-[72ch] text-pretty text-muted">
          Cilium attaches its programs to some of them, its devices: NodePorts listen on their addresses, and
          one of them carries the traffic between nodes. Each interface goes through nine tests in order; the
          first that it fails leaves it out.
        </p>
      ) : step === addressStep ? (
        <AddressDetail outcome={outcome} parameters={parameters} />
      ) : step === directStep ? (
        <DirectDetail outcome={outcome} parameters={parameters} />
      ) : (
        <TestDetail outcome={outcome} index={step - 1} />
      )}
    </section>
  );
}

function TestDetail({ outcome: { tested }, index }: { outcome: DevicesOutcome; index: number }) {
  const reached = tested.flatMap(({ device, outcomes }) => {
    const outcome = outcomes[index];
    return outcome === undefined || outcome.result === 'not-reached' ? [] : [{ name: device.name, outcome }];
  });
  if (reached.length === 0)
    return <p className="text-muted">No interface comes this far: all were decided before.</p>;
  return (
    <ul>
      {reached.map(({ name, outcome }) => (
        <li
          key={name}
          className="grid grid-cols-[1.25rem_8rem_minmax(0,1fr)] gap-x-2 border-t border-line py-1"
        >
          <OutcomeMark result={outcome.result} />
          <span className="mono truncate">{name}</span>
          <span className={outcome.result === 'fail' ? 'text-pretty' : 'text-pretty text-muted'}>
            {outcome.why}
          </span>
        </li>
      ))}
    </ul>
  );
}

function AddressDetail({ outcome: { tested }, parameters }: Omit<StepDetailProps, 'step'>) {
  const devices = tested.filter(({ isDevice }) => isDevice);
  const isSet = parameters.nodePortAddresses !== '' && parameters.minor >= 15;
  return (
    <>
      <p className="max-w-[72ch] pb-1 text-pretty text-muted">
        {isSet
          ? `nodeport-addresses is set: every address of a device in ${parameters.nodePortAddresses}.`
          : `Of each device its primary IPv4${parameters.ipv6 ? ' and its primary IPv6' : ''} address. An address of one link only does not count.`}
        {parameters.nodePortAddresses !== '' &&
          parameters.minor < 15 &&
          ' nodeport-addresses is read since v1.15.'}
      </p>
      {devices.length === 0 && <p>There is no device, so there is no address.</p>}
      <ul>
        {devices.map(({ device, nodePortAddresses }) => (
          <li
            key={device.name}
            className="grid grid-cols-[8rem_minmax(0,1fr)] gap-x-2 border-t border-line py-1"
          >
            <span className="mono truncate">{device.name}</span>
            <span className="mono wrap-anywhere">{nodePortAddresses.join(' ') || 'none'}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function DirectDetail({ outcome: { tested, direct, refusal }, parameters }: Omit<StepDetailProps, 'step'>) {
  const { nodeIP, directRoutingDevice } = parameters;
  const fallback = tested.find(({ device, isDevice }) => isDevice && device.ips.includes(nodeIP));
  return (
    <>
      <p className="max-w-[72ch] text-pretty">
        {direct !== null && (
          <>
            <strong className="mono">{direct.name}</strong>:{' '}
          </>
        )}
        {howDirect(direct, directRoutingDevice)}{' '}
        {direct !== null && (
          <span className="text-muted">
            Its address is the source of what Cilium translates on the way to other nodes, and the status
            marks it (Direct Routing).
          </span>
        )}
      </p>
      {refusal !== null && (
        <div className="pt-2">
          <p className="pb-1 font-semibold text-bad">
            The agent of Cilium 1.{parameters.minor} does not start (rule {refusal.rule})
          </p>
          <pre className="mono overflow-x-auto rounded-control border border-line bg-sunken px-3 py-2 whitespace-pre-wrap text-bad">
            {refusal.message}
          </pre>
          {directRoutingDevice !== '' && fallback !== undefined && (
            <p className="max-w-[72ch] pt-1 text-small text-pretty text-muted">
              A recorded agent of 1.21-dev ended like this. In its sources it looks for the device with the
              node’s InternalIP first, here {fallback.device.name}: whether that saves it cannot be known from
              here.
            </p>
          )}
        </div>
      )}
    </>
  );
}
