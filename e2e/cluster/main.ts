import { parseArgs } from 'node:util';
import { buildPrograms, hasGo } from './programs/build-programs';

const { values } = parseArgs({ options: { build: { type: 'boolean', default: false } } });

const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

if (!hasGo()) {
  say(
    'The test cluster needs Go to build etcd, Kubernetes, kwok and cilium-dbg; there is no `go` on the path.',
  );
  process.exit(1);
}
await buildPrograms(say);
if (values.build) process.exit(0);
