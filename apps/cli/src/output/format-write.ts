import type { ModelAliasesQuery, ModelVersionQuery, RegistryWriteFieldsFragment } from '#libs/client';
import { properties, table, time } from './text.js';

type Models = ModelAliasesQuery['registeredModels']['nodes'];
type Calibration = NonNullable<ModelVersionQuery['modelVersion']>['calibrations'][number];

const OUTCOMES: Readonly<Record<RegistryWriteFieldsFragment['outcome'], string>> = {
  WRITTEN: 'Written.',
  UNCHANGED: 'Nothing to do: it was so already.',
  WOULD_WRITE: 'Dry run: every check has passed, and nothing was written.',
  PROPOSED: 'Proposed: nothing changes until another administrator approves it.',
};

/** What became of a write, what changes, and what should be known. */
export function writeLines({ outcome, write, changes, notices, isInService }: RegistryWriteFieldsFragment): string[] {
  const isMissing = outcome === 'WRITTEN' && !isInService;
  return [
    `${OUTCOMES[outcome]}${isMissing ? ' Not in service yet.' : ''}`,
    ...(write ? properties([['write', `${write.id}, by ${write.writtenBy} at ${time(write.writtenAt)}`]], '  ') : []),
    ...changes.flatMap(({ subject, before, after }) => [
      `  ${subject}`,
      ...properties(
        [
          ['before', shown(before)],
          ['after', shown(after)],
        ],
        '    ',
      ),
    ]),
    ...notices.map((notice) => `Note: ${notice}`),
  ];
}

/** The aliases of all models, and the moves that wait. */
export function aliasLines(models: Models): string[] {
  const rows = models.flatMap(({ source, name, aliases }) =>
    aliases.map(({ alias, version, sourceVersion, movedBy, movedAt }) => [
      `${source}:${name}@${alias}`,
      version,
      sourceVersion ?? '-',
      movedBy === null || movedAt === null ? '-' : `${movedBy} at ${time(movedAt)}`,
    ]),
  );
  const proposals = models.flatMap(({ source, name, aliasProposals }) =>
    aliasProposals.map(({ id, alias, version, before, proposedBy, proposedAt }) => {
      const move = `${source}:${name}@${alias} from ${before ?? 'none'} to ${version ?? 'none'}`;
      return `Waits for a second person: ${id}, ${move}, proposed by ${proposedBy} at ${time(proposedAt)}`;
    }),
  );
  if (rows.length === 0 && proposals.length === 0) return ['No alias points at a version in service.'];
  return [...table(['ALIAS', 'VERSION', 'IN THE SOURCE', 'MOVED BY'], rows), ...proposals];
}

/** The records of a version: in force, or by whom they were retired, when and why. */
export function calibrationTable(records: readonly Calibration[]): string[] {
  if (records.length === 0) return ['The version has no calibration records: its calls are UNCALIBRATED.'];
  const rows = records.map((record) => [
    record.id,
    record.class === null ? record.target : `${record.target}: ${record.class}`,
    [record.specimen, record.scanner, record.site].filter((part) => part !== null).join(', ') || 'any case',
    record.method,
    record.addedBy === null || record.addedAt === null ? 'the source' : `${record.addedBy} at ${time(record.addedAt)}`,
    record.retiredAt === null
      ? 'in force'
      : `retired by ${record.retiredBy ?? '?'} at ${time(record.retiredAt)}: ${record.retiredReason ?? ''}`,
  ]);
  return table(['RECORD', 'TARGET', 'HOLDS FOR', 'MAP', 'ADDED BY', 'STATE'], rows);
}

function shown(value: unknown): string {
  if (value === null || value === undefined) return 'none';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 160 ? `${text.slice(0, 157)}...` : text;
}
