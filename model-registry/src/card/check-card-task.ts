import type { DocumentProblem } from '#libs/errors';
import type { AnyCard } from './described-card.js';
import { areUnique, expectThat, isRealDate } from './document-problems.js';

type Problems = readonly DocumentProblem[];

/** Identity, task, licence, alignment and provenance: what a card of each kind must have, and references that make sense. */
export function checkCardTask(card: AnyCard): Problems {
  return [...identity(card), ...taskParts(card), ...alignment(card), ...licence(card), ...provenance(card)];
}

function identity({ identity: { name, version, parent, ensemble }, output }: AnyCard): Problems {
  const isSelf = (ref: { readonly model: string; readonly version: string }): boolean =>
    ref.model === name && ref.version === version;
  const members = ensemble?.members ?? [];
  return [
    ...expectThat(!parent || !isSelf(parent), '/identity/parent', 'must be another version than this one'),
    ...members.flatMap((member, i) =>
      expectThat(!isSelf(member), `/identity/ensemble/members/${i}`, 'must be another version than this one'),
    ),
    ...expectThat(
      ensemble?.combine !== 'MEAN_OF_PROBS' || output.targets.every(({ kind }) => kind !== 'SCALAR' && kind !== 'RISK'),
      '/identity/ensemble/combine',
      'must be MEAN_OF_VALUES or OOF_BY_PATIENT for targets of the kinds SCALAR and RISK: they have no probability',
    ),
    ...votes(ensemble, output.targets),
    ...expectThat(
      areUnique(members.map((member) => `${member.model}/${member.version}`)),
      '/identity/ensemble/members',
      'must name each version once',
    ),
  ];
}

/** Thresholds that members vote by: for votes alone, each of one target with two classes, one a member. */
function votes(ensemble: AnyCard['identity']['ensemble'], targets: AnyCard['output']['targets']): Problems {
  const given = ensemble && 'voteThresholds' in ensemble ? ensemble.voteThresholds : undefined;
  if (!ensemble || !given) return [];
  const at = '/identity/ensemble/voteThresholds';
  return [
    ...expectThat(ensemble.combine === 'MAJORITY', at, 'must be absent unless combine is MAJORITY'),
    ...expectThat(areUnique(given.map(({ target }) => target)), at, 'must name each target once'),
    ...given.flatMap(({ target, thresholds }, i) => [
      ...expectThat(
        targets.some(({ name, kind }) => name === target && kind === 'BINARY'),
        `${at}/${i}/target`,
        'must be the name of a BINARY target; of more classes the largest has the vote',
      ),
      ...expectThat(
        thresholds.length === ensemble.members.length,
        `${at}/${i}/thresholds`,
        'must be as many as there are members',
      ),
    ]),
  ];
}

function taskParts(card: AnyCard): Problems {
  const { task, output, vocabulary, alignment: head } = card;
  const isOpen = 'cardKind' in card;
  const targets = expectThat(output.targets.length > 0, '/output/targets', `must not be empty for ${task.kind}`);
  switch (task.kind) {
    case 'BIOMARKER':
      return targets;
    case 'REGRESSION':
      return [
        ...targets,
        ...output.targets.flatMap((target, i) =>
          expectThat(
            target.kind === 'SCALAR' || target.kind === 'RISK',
            `/output/targets/${i}/kind`,
            'must be SCALAR or RISK for REGRESSION',
          ),
        ),
      ];
    case 'EXPRESSION':
      return [
        ...expectThat(output.expression !== null, '/output/expression', 'is required for EXPRESSION'),
        ...expectThat(vocabulary?.kind === 'GENES', '/vocabulary', 'must be a vocabulary of GENES for EXPRESSION'),
      ];
    case 'PATHWAY':
      return [
        ...expectThat(isOpen || Boolean(output.pathways), '/output/pathways', 'is required for PATHWAY'),
        ...expectThat(vocabulary?.kind === 'PATHWAYS', '/vocabulary', 'must be a vocabulary of PATHWAYS for PATHWAY'),
      ];
    case 'EMBEDDING':
      return expectThat(output.embedding !== null, '/output/embedding', 'is required for EMBEDDING');
    case 'ALIGNMENT':
      return expectThat(head !== null, '/alignment', 'is required for ALIGNMENT');
  }
}

function alignment(card: AnyCard): Problems {
  const { alignment: head } = card;
  if (!head) return [];
  const isOpen = 'cardKind' in card;
  const sets = head.referenceSets.map((set) => set.id);
  return [
    ...expectThat(areUnique(sets), '/alignment/referenceSets', 'must have unique ids'),
    ...expectThat(
      head.loss !== 'SIGLIP' || head.logitBias !== null || isOpen,
      '/alignment/logitBias',
      'is required for the loss SIGLIP: its probability is sigmoid(scale * cosine + bias)',
    ),
    ...expectThat(
      !head.zeroShot || sets.includes(head.zeroShot.referenceSet),
      '/alignment/zeroShot/referenceSet',
      'must be the id of an entry of /alignment/referenceSets',
    ),
    ...(head.zeroShot?.sets ?? [])
      .map(({ target }) => target)
      .flatMap((target, i) =>
        expectThat(
          card.output.targets.some(({ name }) => name === target),
          `/alignment/zeroShot/sets/${i}/target`,
          'must be the name of an entry of /output/targets',
        ),
      ),
    ...head.retrieval.flatMap((figure, i) => [
      ...expectThat(
        figure.referenceSet === null || sets.includes(figure.referenceSet),
        `/alignment/retrieval/${i}/referenceSet`,
        'must be the id of an entry of /alignment/referenceSets',
      ),
      ...expectThat(
        figure.k <= figure.gallerySize,
        `/alignment/retrieval/${i}/k`,
        'must be at most the size of the gallery',
      ),
    ]),
  ];
}

/** A console shows the address as a link. */
function licence({ licence: own, alignment }: AnyCard): Problems {
  const stated = [
    { pointer: '/licence', url: own.url },
    ...(alignment?.referenceSets ?? []).map((set, i) => ({
      pointer: `/alignment/referenceSets/${i}/licence`,
      url: set.licence?.url ?? null,
    })),
  ];
  return stated.flatMap(({ pointer, url }) =>
    expectThat(url === null || /^https?:\/\//i.test(url), `${pointer}/url`, 'must begin with https:// or http://'),
  );
}

function provenance({ provenance: { createdAt, evaluation }, output }: AnyCard): Problems {
  const targets = output.targets.map((target) => target.name);
  return [
    ...expectThat(
      createdAt === null || isRealDate(createdAt),
      '/provenance/createdAt',
      'must be a date of the calendar',
    ),
    ...evaluation.flatMap(({ target, interval }, i) => [
      ...expectThat(
        target === null || targets.includes(target),
        `/provenance/evaluation/${i}/target`,
        'must be null or the name of an entry of /output/targets',
      ),
      ...expectThat(
        interval === null || interval[0] <= interval[1],
        `/provenance/evaluation/${i}/interval`,
        'must be [low, high]',
      ),
    ]),
  ];
}
