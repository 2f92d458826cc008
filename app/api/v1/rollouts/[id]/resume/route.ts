import { actionHandler } from '@/lib/server/web/rollout-answer';

export const dynamic = 'force-dynamic';

export const POST = actionHandler('resume');
