import type { ModelServersQuery } from '#libs/client';
import { table, time } from './text.js';

type Server = ModelServersQuery['modelServers'][number];

/** The servers, then the versions on them; times in milliseconds. */
export function serverLines(servers: readonly Server[]): string[] {
  if (servers.length === 0) return ['No model servers. docs/model-servers.md tells how they are listed.'];
  const placements = servers.flatMap((server) => server.placements.map((placement) => ({ server, placement })));
  return [
    ...table(
      [
        'SERVER',
        'STATE',
        'SOFTWARE',
        'SPEAKS',
        'BREAKER',
        'AT IT',
        'WAITING',
        'CALLS',
        'FAILED',
        'P50',
        'P95',
        'P99',
        'SEEN',
      ],
      servers.map(serverRow),
    ),
    '',
    ...(placements.length === 0
      ? ['No version is placed on them.']
      : table(
          ['MODEL', 'SERVER', 'AS', 'STATE', 'BREAKER', 'CALLS', 'PLACED BY'],
          placements.map(({ server, placement }) => [
            placement.model,
            server.id,
            [placement.servedName, placement.servedVersion].filter((part) => part !== null).join('/'),
            placement.state,
            placement.breaker,
            String(placement.calls),
            placement.origin,
          ]),
        )),
    ...reasons(servers),
  ];
}

function serverRow(server: Server): readonly string[] {
  const { latency } = server;
  const ms = (value: number | undefined): string => (value === undefined ? '-' : value.toFixed(1));
  const failed = server.errors.map(({ code, count }) => `${code} ${count}`).join(', ');
  const software = [server.softwareName, server.softwareVersion].filter((text) => text !== null).join(' ');
  return [
    server.id,
    server.state,
    software || '-',
    server.transport ?? '-',
    server.breaker,
    String(server.inFlight),
    String(server.queued),
    String(server.calls),
    failed || '-',
    ms(latency?.p50Ms),
    ms(latency?.p95Ms),
    ms(latency?.p99Ms),
    server.lookedAt === null ? 'never' : time(server.lookedAt),
  ];
}

function reasons(servers: readonly Server[]): string[] {
  const refused = servers.flatMap(({ id, placements }) =>
    placements.flatMap(({ model, reason }) =>
      reason === null ? [] : [`${model} is never asked on ${id}: ${reason}.`],
    ),
  );
  return refused.length === 0 ? [] : ['', ...refused];
}
