'use client';

import { useQuery } from '@tanstack/react-query';
import { readLessonText, tooLarge } from '@/lib/learn/lesson/read-lesson';
import { formatPlural } from '@/lib/format';
import { lessonTextsQuery } from '@/lib/queries/training';
import { ForeignLesson } from './foreign-lesson';

const label = 'kpr-explorer.io/lesson=true';

/** The lessons that the cluster itself holds, in ConfigMaps. */
export function ClusterLessons() {
  const { data, isError, error } = useQuery(lessonTextsQuery());
  return (
    <section aria-labelledby="from-cluster" className="space-y-2">
      <h2 id="from-cluster" className="font-semibold">
        From the cluster
      </h2>
      <p className="text-pretty text-muted">
        A ConfigMap with the label <code className="mono text-text">{label}</code> in the namespace of the
        agents: each of its values is a lesson. They are read with the right to list configmaps there.
      </p>
      {data === undefined ? (
        <p className="text-muted">
          {isError ? `The cluster could not be asked: ${error.message}` : 'Asking the cluster.'}
        </p>
      ) : (
        <>
          {data.problem !== null && (
            <p className="text-warn">
              {data.problem.detail} {data.problem.hint}
            </p>
          )}
          {data.items.length + data.tooLarge.length === 0 && data.problem === null && (
            <p>This cluster has none.</p>
          )}
          {data.items.map(({ namespace, configMap, key, text }) => (
            <ForeignLesson
              key={`${namespace}/${configMap} ${key}`}
              from={`ConfigMap ${namespace}/${configMap}, ${key}`}
              read={readLessonText(text)}
            />
          ))}
          {data.tooLarge.map(({ namespace, configMap, key }) => (
            <ForeignLesson
              key={`${namespace}/${configMap} ${key}`}
              from={`ConfigMap ${namespace}/${configMap}, ${key}`}
              read={tooLarge}
            />
          ))}
          {data.left > 0 && <p className="text-muted">{formatPlural(data.left, 'more lesson')} not shown.</p>}
        </>
      )}
    </section>
  );
}
