import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { resolveContext } from './load-kubeconfig';
import { readKubeconfigFiles, readKubeconfigText } from './merge-kubeconfig';

let directory = '';
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'kubeconfig-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

function write(name: string, text: string): string {
  const path = join(directory, name);
  writeFileSync(path, text);
  return path;
}

const cluster = (name: string, server = `https://${name}.example`) =>
  `- name: ${name}\n  cluster: {server: "${server}"}\n`;
const context = (name: string, clusterName: string, user = 'me') =>
  `- name: ${name}\n  context: {cluster: ${clusterName}, user: ${user}, namespace: team}\n`;
const users = 'users:\n- name: me\n  user: {token: abc}\n';
const config = (clusters: string, contexts: string, current = '') =>
  `apiVersion: v1\nkind: Config\nclusters:\n${clusters}contexts:\n${contexts}${users}${current && `current-context: ${current}\n`}`;

describe('readKubeconfigFiles', () => {
  test('merges as kubectl: the first to define a name or the current context wins', () => {
    const first = write('a', config(cluster('prod'), context('prod', 'prod'), 'prod'));
    const second = write(
      'b',
      config(cluster('prod', 'https://other.example') + cluster('dev'), context('dev', 'dev'), 'dev'),
    );
    const merged = readKubeconfigFiles([first, join(directory, 'absent'), second]);
    expect(resolveContext(merged, null)).toMatchObject({
      context: 'prod',
      cluster: { server: 'https://prod.example' },
    });
    expect(resolveContext(merged, 'dev')).toMatchObject({
      clusterName: 'dev',
      namespace: 'team',
      user: { token: 'abc' },
    });
  });

  test('relative paths start at the file that has them', () => {
    const path = write(
      'a',
      `clusters:\n- name: c\n  cluster: {server: "https://c", certificate-authority: ca.crt}\ncontexts:\n${context('x', 'c')}users:\n- name: me\n  user: {tokenFile: token, exec: {command: ./login, args: [a]}}\n`,
    );
    const access = resolveContext(readKubeconfigFiles([path]), 'x');
    expect(access.cluster['certificate-authority']).toBe(join(directory, 'ca.crt'));
    expect(access.user.tokenFile).toBe(join(directory, 'token'));
    expect(access.user.exec?.command).toBe(join(directory, 'login'));
  });

  test('an entry of no use to the chosen context may be broken', () => {
    const text = config(cluster('a') + '- name: broken\n  cluster: 7\n', context('a', 'a'), 'a');
    expect(resolveContext(readKubeconfigText(text), null).clusterName).toBe('a');
  });
});

describe('one clear sentence for', () => {
  const sentence = (act: () => unknown) => {
    try {
      act();
    } catch (error) {
      return error instanceof Error ? error.message : '';
    }
    return 'no error';
  };

  test('files that do not exist', () => {
    const path = join(directory, 'none');
    expect(sentence(() => readKubeconfigFiles([path]))).toBe(`The kubeconfig file ${path} does not exist.`);
  });

  test('text that is no YAML, and YAML that is no kubeconfig', () => {
    expect(sentence(() => readKubeconfigText('a: [b'))).toMatch(
      /^The kubeconfig text cannot be read: it is neither YAML nor JSON \(.+\)\.$/,
    );
    expect(sentence(() => readKubeconfigText('clusters: 7'))).toMatch(
      /^The kubeconfig text cannot be read: clusters: .+\.$/,
    );
    expect(sentence(() => readKubeconfigText('just words'))).toMatch(
      /^The kubeconfig text cannot be read: it is no map of settings \(.+\)\.$/,
    );
  });

  test('a file that may not be read', () => {
    const path = write('secret', '{}');
    chmodSync(path, 0o000);
    const text = sentence(() => readKubeconfigFiles([path]));
    // Root reads everything: then there is nothing to say.
    if (process.getuid?.() !== 0) expect(text).toContain('permission denied');
  });

  test('a context that does not exist, with those that do', () => {
    const merged = readKubeconfigText(config(cluster('a'), context('one', 'a') + context('two', 'a'), 'one'));
    expect(sentence(() => resolveContext(merged, 'three'))).toBe(
      'The kubeconfig has no context "three"; it has one, two.',
    );
  });

  test('no current context', () => {
    const merged = readKubeconfigText(config(cluster('a'), context('one', 'a')));
    expect(sentence(() => resolveContext(merged, null))).toBe(
      'The kubeconfig has no current context; it has the contexts one.',
    );
    expect(sentence(() => resolveContext(readKubeconfigText('{}'), null))).toBe(
      'The kubeconfig has no current context; it has no contexts at all.',
    );
  });

  test('a context whose cluster or user is not defined', () => {
    const merged = readKubeconfigText(
      config(cluster('a'), context('x', 'gone') + context('y', 'a', 'nobody')),
    );
    expect(sentence(() => resolveContext(merged, 'x'))).toContain('names the cluster "gone", which');
    expect(sentence(() => resolveContext(merged, 'y'))).toContain('names the user "nobody", which');
  });

  test('a server that is no address', () => {
    const merged = readKubeconfigText(config(cluster('a', 'not a url'), context('x', 'a'), 'x'));
    expect(sentence(() => resolveContext(merged, null))).toContain('server "not a url" is not a URL');
  });
});
