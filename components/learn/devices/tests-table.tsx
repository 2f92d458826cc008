import { clsx } from 'clsx';
import { deviceTests } from '@/lib/cilium/devices/device-tests';
import type { DevicesOutcome, TestedInterface } from '@/lib/learn/devices/devices-outcome';
import { addressStep, directStep } from '@/lib/learn/devices/devices-predictions';
import { testWords } from '@/lib/learn/devices/test-words';
import { OutcomeMark } from './outcome-mark';

type TestsTableProps = {
  outcome: DevicesOutcome;
  /** The step in sight, from 0; what comes after it is not shown. */
  step: number;
  /** The first step that is masked by a question. */
  masked: number;
  onStep: (step: number) => void;
};

/** Every interface and every test: a column for each, filled as far as the step in sight. */
export function TestsTable({ outcome: { tested, direct }, step, masked, onStep }: TestsTableProps) {
  return (
    <div
      // The words for screen readers stay inside: they would widen the page.
      className="relative overflow-x-auto"
      tabIndex={0}
      role="region"
      aria-label="Interfaces and their tests"
    >
      <table className="w-full border-collapse">
        <thead className="border-b border-line-strong">
          <tr className="align-bottom">
            <th scope="col" className="pr-3 pb-1 text-left text-small font-medium text-muted">
              Interface
            </th>
            {deviceTests.map((test, index) => (
              <th key={test} scope="col" className={clsx('p-0', step === index + 1 && 'bg-accent-soft')}>
                <button
                  type="button"
                  disabled={index + 1 >= masked}
                  aria-current={step === index + 1 ? 'step' : undefined}
                  title={testWords[test].title}
                  onClick={() => onStep(index + 1)}
                  className={clsx(
                    'w-full px-1 pt-1 pb-1.5 text-center text-label leading-4 font-medium whitespace-nowrap disabled:opacity-60',
                    step === index + 1 ? 'text-accent-text' : 'text-muted hover:text-text',
                  )}
                >
                  <span className="block text-faint">{index + 2}</span>
                  {testWords[test].short}
                </button>
              </th>
            ))}
            <th scope="col" className="pb-1 pl-3 text-left text-small font-medium text-muted max-desk:hidden">
              Outcome
            </th>
          </tr>
        </thead>
        <tbody>
          {tested.map((one) => (
            <InterfaceRow
              key={one.device.name}
              one={one}
              step={step}
              isDirect={one.device.name === direct?.name}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function InterfaceRow({ one, step, isDirect }: { one: TestedInterface; step: number; isDirect: boolean }) {
  const { device, outcomes, isDevice } = one;
  const decided = outcomes.findIndex(({ result }) => result !== 'pass' && result !== 'not-reached');
  const isOut = !isDevice && decided >= 0 && step > decided;
  const words = <OutcomeWords one={one} step={step} isDirect={isDirect} isOut={isOut} decided={decided} />;
  return (
    <tr className={clsx('border-t border-line', isOut && 'text-faint')}>
      <th
        scope="row"
        className="py-1.5 pr-3 text-left font-normal whitespace-nowrap max-desk:sticky max-desk:left-0 max-desk:h-15 max-desk:min-w-36 max-desk:bg-bg max-desk:align-top max-desk:whitespace-normal"
      >
        <span className={clsx('mono', isOut ? 'text-muted' : 'font-semibold')}>{device.name}</span>{' '}
        <span className="text-small text-muted">{device.type}</span>
        <span className="block text-small leading-4 desk:hidden">{words}</span>
      </th>
      {outcomes.map(({ test, result, why }, index) => (
        <td
          key={test}
          title={index < step ? why : undefined}
          className={clsx('px-1 text-center', step === index + 1 && 'bg-accent-soft')}
        >
          {index < step ? <OutcomeMark result={result} /> : null}
        </td>
      ))}
      <td className="h-11 min-w-44 py-1 pl-3 leading-4.5 max-desk:hidden">{words}</td>
    </tr>
  );
}

type OutcomeWordsProps = {
  one: TestedInterface;
  step: number;
  isDirect: boolean;
  isOut: boolean;
  decided: number;
};

function OutcomeWords({ one, step, isDirect, isOut, decided }: OutcomeWordsProps) {
  const isTaken = one.isDevice && (step >= addressStep - 1 || (decided >= 0 && step > decided));
  if (isOut) return <span className="text-muted">left out at step {decided + 2}</span>;
  if (!isTaken) return null;
  return (
    <>
      <span className="font-semibold">device</span>
      {step >= directStep && isDirect && <span className="text-accent-text"> · direct routing</span>}
      {step >= addressStep && (
        <span className="mono block wrap-anywhere text-muted">
          {one.nodePortAddresses.length === 0 ? 'no address for NodePorts' : one.nodePortAddresses.join(' ')}
        </span>
      )}
    </>
  );
}
