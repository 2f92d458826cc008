import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { statusHash } from './status-hash';

type Told = { time: string; runs: number; flows: number; state: string; failures: number };

/** As `cilium status -o json` of v1.18 writes it, in short. */
function status(told: Partial<Told> = {}): Buffer {
  const all = { time: '2026-01-02T03:04:05.678Z', runs: 7, flows: 4095, state: 'Ok', failures: 0, ...told };
  return Buffer.from(
    JSON.stringify(
      {
        cilium: { msg: '1.18.2 (v1.18.2-abc)', state: all.state },
        controllers: [
          {
            name: 'sync-utime',
            status: {
              'consecutive-failure-count': all.failures,
              'last-success-timestamp': all.time,
              'success-count': all.runs,
            },
          },
        ],
        hubble: {
          observer: { 'current-flows': all.flows, 'seen-flows': all.flows * 9 },
          uptime: `${all.runs}m3s`,
        },
      },
      null,
      2,
    ),
  );
}

describe('the hash of a status', () => {
  const hash = statusHash(status());

  test('does not heed the time of day, nor how often jobs ran', () => {
    const time = fc
      .date({ noInvalidDate: true, min: new Date('2020-01-01'), max: new Date('2090-01-01') })
      .map((date) => date.toISOString());
    fc.assert(
      fc.property(time, fc.nat(1e6), fc.nat(1e6), (at, runs, flows) => {
        expect(statusHash(status({ time: at, runs, flows }))).toBe(hash);
      }),
    );
  });

  test('heeds everything else', () => {
    expect(statusHash(status({ state: 'Failure' }))).not.toBe(hash);
    expect(statusHash(status({ failures: 1 }))).not.toBe(hash);
    expect(statusHash(Buffer.from(status().toString().replace('utime', 'ctime')))).not.toBe(hash);
  });

  test('sees a byte more or one less', () => {
    const text = status().toString();
    const at = text.indexOf('sync');
    expect(statusHash(Buffer.from(text.slice(0, at) + text.slice(at + 1)))).not.toBe(hash);
    expect(statusHash(Buffer.from(`${text.slice(0, at)}s${text.slice(at)}`))).not.toBe(hash);
  });
});
