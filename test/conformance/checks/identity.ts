import type { Check } from '../check.js';
import type { ServerUnderTest } from '../server-under-test.js';
import { demand } from '../verdict.js';
import { errorOf, type HeardInfer, type SentInfer } from '../wire.js';

const PAIR = ['A', 'B'].map((name) => ({ name, datatype: 'FP32', shape: [1], data: '[1]' }));

/** Which version answered, and which request. */
export const IDENTITY_CHECKS: readonly Check[] = [
  { id: 'infer.version', rule: 'the version of the path answers', run: versionAnswers },
  { id: 'infer.model_version', rule: 'the answer names the version that answered', run: versionIsNamed },
  { id: 'infer.no-version', rule: 'without a version the server chooses and says which', run: serverChooses },
  { id: 'infer.id', rule: 'the request’s id comes back', run: idComesBack },
  { id: 'infer.no-id', rule: 'without an id none is made up', run: noIdMadeUp },
  { id: 'infer.id-unicode', rule: 'an id beyond ASCII comes back, or is refused', run: unicodeId },
];

const X: SentInfer = { inputs: [{ name: 'X', datatype: 'FP32', shape: [2], data: '[1,-2]' }] };
const VERSIONS = { '9': '2,-4', '10': '4,-5' } as const;
const valuesOf = ({ outputs }: HeardInfer): string => outputs.get('Y')?.data?.join() ?? '';

async function versionAnswers(server: ServerUnderTest): Promise<void> {
  server.needVersions();
  for (const [version, values] of Object.entries(VERSIONS)) {
    demand(
      valuesOf(await server.infer('two-versions', X, version)) === values,
      `another version answered for ${version}`,
    );
  }
}

async function versionIsNamed(server: ServerUnderTest): Promise<void> {
  server.needVersions();
  for (const version of Object.keys(VERSIONS)) {
    const answer = await server.infer('two-versions', X, version);
    demand(answer.model_version === version, 'it names another');
    demand(answer.model_name === server.nameOf('two-versions'), 'it names another model');
  }
}

async function serverChooses(server: ServerUnderTest): Promise<string | void> {
  const answer = await server.infer('two-versions', X, null);
  const version: string | undefined = Object.keys(VERSIONS).find(
    (each) => VERSIONS[each === '9' ? '9' : '10'] === valuesOf(answer),
  );
  demand(version !== undefined, 'no version of the model gives these values');
  if (answer.model_version === undefined || answer.model_version === null) return 'no version is reported';
  demand(answer.model_version === version, 'it names another than the one that answered');
  if (version !== '10') return `version ${version} answers, not the highest`;
}

async function idComesBack(server: ServerUnderTest): Promise<void> {
  const { id } = await server.infer('pair', { inputs: PAIR, id: 'slide-7-A' });
  demand(id === 'slide-7-A', 'another comes back');
}

async function noIdMadeUp(server: ServerUnderTest): Promise<string | void> {
  const { id } = await server.infer('pair', { inputs: PAIR });
  if (id !== undefined && id !== null && id !== '') return 'one is made up';
}

async function unicodeId(server: ServerUnderTest): Promise<string | void> {
  const heard = await server.sendInfer('pair', { inputs: PAIR, id: 'Präparat 7 – ✓' });
  if (heard.status === 200)
    return demand(heard.body.includes('Präparat 7 – ✓') || heard.body.includes('\\u2713'), 'another comes back');
  demand(errorOf(heard) !== null, `status ${heard.status} without an \`error\` in JSON`);
  return `status ${heard.status}`;
}
