import { describe, expect, it, test } from 'vitest';
import { agentVersionOf, atLeast, compareAgentVersions, parseAgentVersion } from './agent-version';

test.each([
  ['1.13.4 (v1.13.4-4061cdfc)', '1.13.4'],
  ['1.17.6-cee.1 (v1.17.6-cee.1-a33b0b85)', '1.17.6-cee.1'],
  ['1.21.0-dev (v1.21.0-dev-4df675e3)    Stale status data', '1.21.0-dev'],
  ['1.17-dev (v1.17-dev)', '1.17-dev'],
  ['(v-)', undefined],
  ['OK', undefined],
  ['Not all probes executed at least once', undefined],
])('the message %j names the version %s', (msg, version) => {
  expect(agentVersionOf({ cilium: { state: 'Ok', msg } })?.text).toBe(version);
});

test('no message names none', () => {
  expect(agentVersionOf({})).toBeNull();
  expect(parseAgentVersion('latest')).toBeNull();
});

test('versions are ordered by number, pre-releases before their release', () => {
  const ordered = ['1.9.18', '1.13.4', '1.18.0-rc.1', '1.18.0', '1.18.10', '1.20.0-dev', '1.20.0'];
  const versions = [...ordered].reverse().flatMap((text) => parseAgentVersion(text) ?? []);
  expect(versions.sort(compareAgentVersions).map(({ text }) => text)).toEqual(ordered);
});

test('a pre-release and a vendor’s build have what their release has', () => {
  const has = (text: string, minor: number, patch?: number): boolean => {
    const version = parseAgentVersion(text);
    return version !== null && atLeast(version, minor, patch);
  };
  expect(has('1.17.0-rc.2', 17)).toBe(true);
  expect(has('1.17.6-cee.1', 17, 6)).toBe(true);
  expect(has('1.13.1', 13, 2)).toBe(false);
});

describe('agent versions', () => {
  it('reads releases, pre-releases and builds, and nothing else', () => {
    expect(parseAgentVersion('1.13.4')).toMatchObject({ major: 1, minor: 13, patch: 4 });
    expect(parseAgentVersion('v1.18.0-rc.1')).toMatchObject({ major: 1, minor: 18, patch: 0 });
    expect(parseAgentVersion('1.21.0-dev')).toMatchObject({ major: 1, minor: 21, patch: 0 });
    for (const text of ['', '(v-)', 'latest', '1', '1.2.3; rm -rf'])
      expect(parseAgentVersion(text)).toBeNull();
  });
});
