import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { chooseSource } from './choose-source';

const folder = mkdtempSync(join(tmpdir(), 'kpr-source-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const withContext = file('with-context', 'current-context: prod\n');
const withoutContext = file('without-context', 'clusters: []\n');
const broken = file('broken', 'clusters: [\n');
const nowhere = { HOME: folder };
const outside = () => false;
const inside = () => true;

describe('chooseSource', () => {
  it('takes the current context where there is one, also in a pod', () => {
    const chosen = { kind: 'kubeconfig', paths: [withContext], context: null };
    expect(chooseSource({}, { KUBECONFIG: withContext }, outside)).toEqual(chosen);
    expect(chooseSource({}, { KUBECONFIG: withContext }, inside)).toEqual(chosen);
  });

  it('reads KUBECONFIG as a list', () => {
    const list = [withoutContext, withContext];
    expect(chooseSource({}, { KUBECONFIG: list.join(delimiter) }, outside)).toEqual({
      kind: 'kubeconfig',
      paths: list,
      context: null,
    });
  });

  it('takes the credentials of the pod where no context is current', () => {
    expect(chooseSource({}, { KUBECONFIG: withoutContext }, inside)).toEqual({ kind: 'in-cluster' });
    expect(chooseSource({}, nowhere, inside)).toEqual({ kind: 'in-cluster' });
  });

  it('takes the training cluster where there is nothing else', () => {
    const article = { kind: 'training', scenario: 'article' };
    expect(chooseSource({}, nowhere, outside)).toEqual(article);
    expect(chooseSource({}, { KUBECONFIG: withoutContext }, outside)).toEqual({
      ...article,
      notice: expect.stringContaining('no current context'),
    });
  });

  it('never falls back from a kubeconfig that is broken or was named', () => {
    expect(() => chooseSource({}, { KUBECONFIG: broken }, inside)).toThrow(/broken cannot be read/);
    expect(chooseSource({ kubeconfig: '/absent' }, nowhere, inside)).toEqual({
      kind: 'kubeconfig',
      paths: ['/absent'],
      context: null,
    });
    expect(chooseSource({ context: 'prod' }, { KUBECONFIG: withContext }, inside)).toMatchObject({
      context: 'prod',
    });
  });

  it('says why it is the training cluster where KUBECONFIG names a file that is not there, or has no context', () => {
    const chosen = chooseSource({}, { KUBECONFIG: '/nowhere/config' }, outside);
    expect(chosen).toMatchObject({ kind: 'training', notice: expect.stringContaining('/nowhere/config') });
    expect(chosen).toMatchObject({ notice: expect.stringContaining('no such file') });
  });

  it('takes --training before any kubeconfig', () => {
    expect(chooseSource({ training: true }, { KUBECONFIG: withContext }, inside)).toMatchObject({
      scenario: 'article',
    });
    expect(chooseSource({ training: 'large', nodes: 10, services: 50 }, nowhere, outside)).toEqual({
      kind: 'training',
      scenario: 'large',
      nodes: 10,
      services: 50,
    });
  });

  it.each([
    [{ training: true as const, context: 'prod' }, '--context'],
    [{ training: 'drift', kubeconfig: 'x' }, '--kubeconfig'],
    [{ nodes: 5 }, '--training'],
    [{ asGroup: ['g'] }, '--as'],
  ])('says what cannot stand together: %o', (options, named) => {
    expect(() => chooseSource(options, nowhere, outside)).toThrow(named);
  });
});
