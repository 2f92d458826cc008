import changeAndUndo from './files/change-and-undo.json' with { type: 'json' };
import findTheNodeThatLies from './files/find-the-node-that-lies.json' with { type: 'json' };
import gracefulTermination from './files/graceful-termination.json' with { type: 'json' };
import nodePortFromOutside from './files/nodeport-from-outside.json' with { type: 'json' };
import randomOrMaglev from './files/random-or-maglev.json' with { type: 'json' };
import readAServiceList from './files/read-a-service-list.json' with { type: 'json' };
import sessionAffinity from './files/session-affinity.json' with { type: 'json' };
import snatDsrHybrid from './files/snat-dsr-hybrid.json' with { type: 'json' };
import socketLB from './files/socket-lb.json' with { type: 'json' };
import whatAServiceIs from './files/what-a-service-is.json' with { type: 'json' };
import withoutKubeProxy from './files/without-kube-proxy.json' with { type: 'json' };
import xdp from './files/xdp.json' with { type: 'json' };
import { lessonSchema, type Lesson } from './lesson-schema';

/** The path of lessons, in the order in which one leads to the next. Read by the schema that trainers' files are read by. */
export const lessons: readonly Lesson[] = [
  whatAServiceIs,
  readAServiceList,
  withoutKubeProxy,
  socketLB,
  nodePortFromOutside,
  xdp,
  snatDsrHybrid,
  randomOrMaglev,
  sessionAffinity,
  gracefulTermination,
  changeAndUndo,
  findTheNodeThatLies,
].map((file) => lessonSchema.parse(file));

/** What each stage of the path is about. */
export const stageLines: Readonly<Record<string, string>> = {
  Words: 'what is a Service, really',
  'Where it happens': 'socket, tc, driver',
  'From outside': 'who answers, and which backend',
  'When things change': 'pods go, settings move, nodes drift',
};

/** Gives a lesson of the path by its id. */
export function findLesson(id: string): { lesson: Lesson; number: number } | null {
  const index = lessons.findIndex((lesson) => lesson.id === id);
  const lesson = lessons[index];
  return lesson === undefined ? null : { lesson, number: index + 1 };
}
