import { pino } from 'pino';
import type { Logger } from 'pino';
import type { LogLevel } from './start-options';

const secretKeys = ['token', 'password', 'authorization', 'Authorization', 'key', 'cert', 'pfx'];

/** Logs as JSON lines on standard error; credentials are cut out wherever they would stand. */
export function createLogger(level: LogLevel): Logger {
  const paths = secretKeys.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]);
  return pino({ level, redact: { paths, remove: true } }, pino.destination({ fd: 2, sync: true }));
}
