// A process with a program of its own: prints the program's pid and the folder, and waits to be killed.
import { createProgramGroup } from './program-group';

const group = createProgramGroup(() => {});
const { pid } = await group.start({
  name: 'sleep',
  file: 'sleep',
  args: ['600'],
  isReady: () => Promise.resolve(true),
});
process.stdout.write(`${JSON.stringify({ pid, folder: group.folder })}\n`);
