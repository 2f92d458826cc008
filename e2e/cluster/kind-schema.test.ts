import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { hasGo } from './programs/build-programs';
import { programsFolder } from './programs/program-path';

const stored = 'lib/server/training/api-server/schema/kind-schema.json';

test.skipIf(!hasGo())(
  '(needs Go) the shapes that the training API server knows are those of Kubernetes’ Go types',
  () => {
    const made = spawnSync('go', ['run', '-mod=readonly', '-trimpath', './kind-schema'], {
      cwd: path.join(programsFolder, 'kubernetes-1.37'),
      env: { ...process.env, CGO_ENABLED: '0' },
      encoding: 'utf8',
    });
    expect(made.status, made.stderr).toBe(0);
    expect(JSON.parse(made.stdout)).toEqual(JSON.parse(readFileSync(stored, 'utf8')));
  },
);
