import { formatBytes } from '@/lib/format';

/** Writes a size without a fraction that nobody needs, so that ten of them stand beside each other. */
export function shortBytes(bytes: number): string {
  return formatBytes(bytes).replace(/(\d{2,})\.\d/, '$1');
}
