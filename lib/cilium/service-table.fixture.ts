/** The text of a table with these lines. */
export const table = (...lines: string[]): string => `${lines.join('\n')}\n`;

/** A table as agents since v1.17 print it. */
export const modern = table(
  'ID   Frontend                    Service Type         Backend                                          ',
  '1    10.96.0.1:443/TCP           ClusterIP            1 => 172.18.0.3:6443/TCP (active)                ',
  '                                                      2 => 172.18.0.4:6443/TCP (terminating)           ',
  '4    [fd00:10:96::a]:53/UDP/i    NodePort             1 => [fd00:10:244::7]:53/UDP (quarantined)       ',
  '9    10.96.0.9@2:80/SCTP         ClusterIP (Remote)                                                    ',
);
