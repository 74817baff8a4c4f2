import type { MlflowModel, MlflowVersion } from '#libs/mlflow-client';
import type { ModelNotes, ModelTag } from '../../writes/model-notes.js';
import { cutToSentence } from '../../writes/sentence.js';
import { NOTHING_WRITTEN, recordKey, type Retirement, type WrittenLayer } from '../../writes/written-layer.js';
import { retiredRecords } from './published-files.js';

const KEY = /^(?!mlflow\.|tessera\.)[A-Za-z0-9][A-Za-z0-9._:/-]{0,99}$/i;
const MAX_TAGS = 50;

/** What an MLflow server's tags and texts say beside the documents: of records that were retired, and about models. */
export function serverLayer(models: readonly MlflowModel[], versions: readonly MlflowVersion[]): WrittenLayer {
  const names = new Set(versions.map(({ name }) => name));
  const ours = models.filter(({ name }) => names.has(name));
  return {
    ...NOTHING_WRITTEN,
    retirements: new Map(versions.flatMap(retirementsOf)),
    notes: new Map(ours.map((model) => [model.name, notesOn(model)])),
  };
}

function retirementsOf(version: MlflowVersion): readonly (readonly [string, Retirement])[] {
  return [...retiredRecords(version)].map(([id, at]) => [
    recordKey(version.name, version.version, id),
    { by: null, at, reason: null },
  ]);
}

/** Tags that could have been set here: others belong to MLflow or to somebody's programs. Texts of servers are cut, and never trusted. */
function notesOn({ tags, description }: MlflowModel): ModelNotes {
  const shown = Object.entries(tags).flatMap(([key, text]): ModelTag[] => {
    const value = cutToSentence(text);
    return KEY.test(key) && value !== '' ? [{ key, value, by: null, at: null }] : [];
  });
  const text = cutToSentence(description ?? '');
  return {
    tags: shown.sort((a, b) => (a.key < b.key ? -1 : 1)).slice(0, MAX_TAGS),
    description: text === '' ? null : text,
  };
}
