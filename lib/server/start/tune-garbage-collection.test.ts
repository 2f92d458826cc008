import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { garbageFlags } from './tune-garbage-collection';

test.each(garbageFlags)('V8 still knows %s', (flag) => {
  const options = execFileSync(process.execPath, ['--v8-options'], { encoding: 'utf8' });
  const [name = flag] = flag.split('=');
  expect(options).toContain(`\n  ${name} `);
});
