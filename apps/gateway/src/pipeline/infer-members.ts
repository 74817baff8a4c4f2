import { type ModelVersion, membersAsked, type RegistrySnapshot } from '#model-registry';
import { ModelBadResponse, ModelNotReady } from '#libs/errors';
import { type DomainMeasure } from '#gateway/targets';
import { type RawAnswer, type RawMember } from './raw-answer.js';
import { joinedArrays, type ServedArray, singlesOf } from './served-array.js';

/** One member of an ensemble and what it answered. */
export interface MemberAnswer {
  readonly version: ModelVersion;
  readonly raw: RawAnswer;
}

/** The versions that a question to an ensemble is put to, in the order of its card; none for a version that runs itself. */
export function membersOf(version: ModelVersion, snapshot: RegistrySnapshot): readonly ModelVersion[] {
  return membersAsked(version.card).map(({ model, version: number }) => {
    const member = snapshot.find(version.source, model, number);
    if (!member) throw new ModelNotReady(version.ref, 'a member of the ensemble is not in service');
    return member;
  });
}

/**
 * Members' raw answers as the one of their ensemble: every tensor that all of them have, one member after the other along a new first axis. Nothing is averaged
 * here: which members count depends on the reader's case.
 */
export function togetherOf(id: string, members: readonly MemberAnswer[], domain: DomainMeasure | null): RawAnswer {
  const raws = members.map(({ raw }) => raw);
  const shapes = sharedShapes(raws);
  const served = async (name: string): Promise<ServedArray> =>
    joinedArrays(await Promise.all(raws.map((raw) => raw.served(name))));
  return {
    id,
    shapes: new Map([...shapes].map(([name, shape]) => [name, [raws.length, ...shape]])),
    values: new Map(
      [...shapes.keys()].flatMap((name) => {
        const each = raws.map(({ values }) => values.get(name));
        return each.every((values) => values !== undefined) ? [[name, each.flat()] as const] : [];
      }),
    ),
    datatypes: new Map([...(raws[0]?.datatypes ?? [])].filter(([name]) => shapes.has(name))),
    served,
    array: async (name) => singlesOf(await served(name)),
    domain,
    server: { id: [...new Set(raws.map(({ server }) => server.id))].join(', '), reportedVersion: null },
    computedAt: new Date(Math.max(...raws.map(({ computedAt }) => computedAt.getTime()))),
    isReused: false,
    inferMs: Math.max(...raws.map(({ isReused, inferMs }) => (isReused ? 0 : inferMs))),
    members: members.map(rawMember),
    letGo: () => undefined,
  };
}

function sharedShapes(raws: readonly RawAnswer[]): ReadonlyMap<string, readonly number[]> {
  const [first, ...others] = raws;
  const shared = [...(first?.shapes ?? [])].filter(([name]) => others.every(({ shapes }) => shapes.has(name)));
  for (const [name, shape] of shared) {
    const datatype = first?.datatypes.get(name);
    const odd = others.find(
      ({ shapes, datatypes }) => String(shapes.get(name)) !== String(shape) || datatypes.get(name) !== datatype,
    );
    if (odd)
      throw new ModelBadResponse(
        odd.server.id,
        'members of an ensemble answer with tensors of different shapes or datatypes',
      );
  }
  return new Map(shared);
}

function rawMember({ version, raw }: MemberAnswer): RawMember {
  const { id, domain, server } = raw;
  const limit = version.card.domain?.limitPercentile;
  return {
    ref: version.ref,
    digest: version.digest,
    answerId: id,
    server,
    domain: domain && limit !== undefined ? { ...domain, limitPercentile: limit } : null,
  };
}
