import { readiness } from '@/lib/server/web/readiness';

export const dynamic = 'force-dynamic';

/** Every agent has been asked once, so that a page shows something. */
export function GET(): Response {
  return readiness();
}
