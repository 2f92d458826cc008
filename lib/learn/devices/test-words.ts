import type { DeviceTest } from '@/lib/cilium/devices/device-tests';
import { deviceTests } from '@/lib/cilium/devices/device-tests';
import { addressStep, directStep } from './devices-predictions';

type TestWords = { short: string; title: string };

/** What each test asks, for the head of a column and for a sentence. */
export const testWords: Readonly<Record<DeviceTest, TestWords>> = {
  named: { short: 'named', title: 'Does the setting devices name it?' },
  address: { short: 'address', title: 'Has it an address?' },
  up: { short: 'up', title: 'Is it up?' },
  flags: { short: 'no slave', title: 'Is it neither a slave nor the loopback?' },
  master: { short: 'no port', title: 'Is it a part of no bridge or bond?' },
  prefix: { short: 'its name', title: 'Is its name none of those left out?' },
  veth: { short: 'veth', title: 'If it is a veth: has it a default route?' },
  bridge: { short: 'no bridge', title: 'Is it no bridge, Open vSwitch or IPoIB?' },
  route: { short: 'route', title: 'Has it a global unicast route?' },
};

/** Gives what happens at a step, from 0. */
export function stepTitle(step: number): string {
  if (step === 0) return 'The interfaces of the node';
  if (step === addressStep) return 'On which addresses NodePorts listen';
  if (step === directStep) return 'Which device carries direct routing';
  const test = deviceTests[step - 1];
  return test === undefined ? '' : testWords[test].title;
}
