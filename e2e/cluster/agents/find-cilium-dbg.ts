import { parseCiliumVersion } from '@/lib/server/training/agent/cilium-version';
import { ciliumMinors } from '../programs/program-list';
import { findProgram } from '../programs/program-path';

/** Path of the cilium-dbg of an image's minor release; null where none is pinned or built. */
export function findCiliumDbg(image: string): string | null {
  const version = parseCiliumVersion(image);
  const minor = ciliumMinors.find((candidate) => candidate === `${version?.major}.${version?.minor}`);
  return minor === undefined ? null : findProgram(`cilium-${minor}/cilium-dbg`);
}
