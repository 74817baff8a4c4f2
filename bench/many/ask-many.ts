import { z } from 'zod';
import { KeepAliveClient } from '../support/keep-alive-client.js';
import { type GridCells, regionOf } from './import-slides.js';

/** What a slide is asked, and what is compared. */
export interface ManyAnswer {
  readonly tileCount: number;
  readonly call: string;
  readonly logit: number;
  readonly probability: number | null;
  readonly answerId: string;
  readonly isReused: boolean;
}

/** Asks all slides under all versions about one region. @returns slide by slide, and version by version within */
export type AskMany = (cells: GridCells) => Promise<readonly ManyAnswer[]>;

/** What both ways ask of. */
export interface ManyQuestion {
  readonly ids: readonly string[];
  readonly models: readonly string[];
}

const FIELDS = `fragment Asked on SlidePrediction {
  tileCount targets { call ... on BinaryCall { logit probability } } provenance { answerId isReused } }`;

const predictionSchema = z
  .object({
    tileCount: z.number(),
    targets: z.tuple([z.object({ call: z.string(), logit: z.number(), probability: z.number().nullable() })]),
    provenance: z.object({ answerId: z.string(), isReused: z.boolean() }),
  })
  .transform(({ tileCount, targets: [target], provenance }): ManyAnswer => ({ tileCount, ...target, ...provenance }));
const oneSchema = z.object({ data: z.object({ slide: z.object({ prediction: predictionSchema }) }) });
const manySchema = z.object({ data: z.object({ slides: z.array(z.record(z.string(), predictionSchema)) }) });

/** One request for everything. */
export function inOneRequest(url: string, { ids, models }: ManyQuestion): AskMany & { readonly close: () => void } {
  const client = new KeepAliveClient(url);
  const fields = models.map((model, i) => `v${i}: prediction(model: "${model}", region: $region) { ...Asked }`);
  const query = `${FIELDS} query Many($ids: [ID!]!, $region: RegionInput) { slides(ids: $ids) { ${fields.join(' ')} } }`;
  const ask: AskMany = async (cells) => {
    const answer = manySchema.parse(await client.ask(query, { ids, region: regionOf(cells) }));
    return answer.data.slides.flatMap((slide) => Object.values(slide));
  };
  return Object.assign(ask, { close: () => client.close() });
}

/** A request for each slide and version, over so many connections that stay open. */
export function oneByOne(
  url: string,
  { ids, models }: ManyQuestion,
  connections: number,
): AskMany & { readonly close: () => void } {
  const clients = Array.from({ length: connections }, () => new KeepAliveClient(url));
  const query = `${FIELDS} query One($id: ID!, $model: ModelRef!, $region: RegionInput) {
    slide(id: $id) { prediction(model: $model, region: $region) { ...Asked } } }`;
  const questions = ids.flatMap((id) => models.map((model) => ({ id, model })));
  const ask: AskMany = async (cells) => {
    const region = regionOf(cells);
    const answers: ManyAnswer[] = [];
    const open = questions.entries();
    const work = async (client: KeepAliveClient): Promise<void> => {
      for (const [place, question] of open)
        answers[place] = oneSchema.parse(await client.ask(query, { ...question, region })).data.slide.prediction;
    };
    await Promise.all(clients.map(work));
    return answers;
  };
  return Object.assign(ask, { close: () => clients.forEach((client) => client.close()) });
}
