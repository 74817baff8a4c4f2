import { PatientSlidesRefused } from '#libs/errors';
import { meanVector } from '#libs/statistics';
import type { CohortAnswers, CohortItem, ItemReplies } from '#gateway/cohorts';
import type { AnswerScope, StoredReply } from '#gateway/pipeline';
import { markersOf } from './marker-names.js';
import type { FoundVectors, Packing, VectorFinder } from './pack-vectors.js';

/** A vector as the model server sent it, or why there is none. */
type MemberVector = { readonly answerId: string; readonly vector: Float32Array } | { readonly code: string };

/** Vectors of slides, regions and patients, or of each marker of them, from stored answers. */
export class FindSlideVectors implements VectorFinder {
  constructor(private readonly answers: CohortAnswers) {}

  async *find(packing: Packing, items: readonly CohortItem[], scope: AnswerScope): AsyncGenerator<FoundVectors> {
    const { version } = packing;
    const isOfMarkers = packing.generation.level === 'MARKER';
    const markers = isOfMarkers ? { markers: await markersOf(version) } : {};
    const kind = isOfMarkers ? 'MARKER_EMBEDDING' : 'SLIDE_EMBEDDING';
    const asked = { kind, version, versions: [version] } as const;
    const replies = await this.answers.read(asked, items, scope);
    for (const item of replies) {
      const found = await ofItem(packing, item);
      yield 'code' in found ? found : { ...found, source: { ...found.source, ...markers } };
    }
  }
}

async function ofItem({ version, cohort }: Packing, replies: ItemReplies): Promise<FoundVectors> {
  const { item, members, together } = replies;
  const tensor = version.card.output.embedding?.tensor ?? '';
  // Where the slides of a patient are one bag, its vector is an answer of its own, and those of the slides are none of it.
  const asked = together ?? members.map(({ reply }) => reply);
  const found = await Promise.all(asked.map((reply) => vectorOf(tensor, reply)));
  const codes = found.flatMap((one) => ('code' in one ? [one.code] : []));
  const whole = found.flatMap((one) => ('code' in one ? [] : [one]));
  const [first] = whole;
  if (codes[0] !== undefined || !first) return { code: codes[0] ?? 'NOT_FOUND' };
  const source = {
    item: item.key,
    patient: item.patient,
    slideIds: members.map(({ member }) => member.slideId),
    region: members.length === 1 ? (members[0]?.member.region ?? null) : null,
    from: whole.map(({ answerId }) => answerId),
  };
  if (whole.length === 1) return { source, vectors: first.vector };
  const isPatient = cohort.revision.unit === 'PATIENT';
  const policy = version.card.input.patientAggregation;
  if (!isPatient || policy !== 'MEAN_SLIDES') return { code: new PatientSlidesRefused('', policy, whole.length).code };
  return { source, vectors: meanOf(whole.map(({ vector }) => vector)) };
}

async function vectorOf(tensor: string, reply: StoredReply): Promise<MemberVector> {
  if (reply.kind === 'REFUSED') return { code: reply.error.code };
  if (reply.kind === 'NOT_ASKED') return { code: 'MODEL_UNAVAILABLE' };
  return { answerId: reply.answerId, vector: await reply.raw.array(tensor) };
}

/** Mean over the slides, summed in float64, as the card's MEAN_SLIDES says. */
function meanOf(vectors: readonly Float32Array[]): Float32Array {
  const dimension = vectors[0]?.length ?? 0;
  const joined = new Float32Array(vectors.length * dimension);
  for (const [row, vector] of vectors.entries()) joined.set(vector, row * dimension);
  return Float32Array.from(meanVector(joined, dimension));
}
