import { conformance } from './conformance';
import { startRealServer } from './start-real-server';

conformance(() => startRealServer('1.35'));
