import { conformance } from './conformance';
import { startTrainingServer } from './start-training-server';

conformance(startTrainingServer);
