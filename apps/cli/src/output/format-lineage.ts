import type { ModelVersionQuery } from '#libs/client';
import { table } from './text.js';

type Version = NonNullable<ModelVersionQuery['modelVersion']>;

/** Where a version comes from, who leans on it, and where else it stands; nothing where there is nothing to tell. */
export function lineageLines({ basedOn, usedBy, sameAs }: Version): string[] {
  const based = basedOn.map(({ role, name, version, modelVersion }) => [
    `  ${role.toLowerCase()}`,
    modelVersion?.ref ?? `${name}/${version}, which no source here has`,
  ]);
  const users = usedBy.nodes.map(({ role, modelVersion }) => [`  ${role.toLowerCase()}`, modelVersion.ref]);
  const rest = usedBy.totalCount - users.length;
  return [
    ...(based.length === 0 ? [] : ['', ...table(['Based on', ''], based)]),
    ...(users.length === 0 ? [] : ['', ...table(['Used as', 'by'], users)]),
    ...(rest > 0 ? [`  ... and ${rest} more`] : []),
    ...(sameAs.length === 0 ? [] : ['', `The same version: ${sameAs.map(({ ref }) => ref).join(', ')}`]),
  ];
}
