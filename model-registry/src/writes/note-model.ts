import { BadUserInput, Conflict } from '#libs/errors';
import type { MlflowPlace } from '#libs/mlflow-client';
import type { ModelRegistry } from '../registry.js';
import { findModel } from './find-model.js';
import { notesOfModel } from './model-notes.js';
import { requireWritable, type WritePlan } from './plan.js';
import { checkSentence } from './sentence.js';

/** Most that one model may have; they travel with every list of models. */
const MAX_TAGS = 50;
const KEY = /^[A-Za-z0-9][A-Za-z0-9._:/-]{0,99}$/;

export interface SetTag {
  /** The model without a version: `source:name`, or `name` where it is unique. */
  readonly model: string;
  readonly key: string;
  /** 1 to 500 characters; null takes the tag off. */
  readonly value: string | null;
}

export interface SetDescription {
  readonly model: string;
  /** 1 to 500 characters; null removes it. */
  readonly description: string | null;
}

/**
 * Plans that a model has a tag, or has it no more.
 * @throws BadUserInput, ModelNotFound, AmbiguousModel; and, when it is decided, Conflict beyond 50 tags
 */
export function planSetTag(registry: ModelRegistry, asked: SetTag): WritePlan {
  const snapshot = registry.snapshot();
  const { source, name, notes } = findModel(snapshot, asked.model);
  requireWritable(snapshot, source);
  const { key } = asked;
  if (!KEY.test(key))
    throw new BadUserInput('key', 'must be 1 to 100 letters, digits or . _ : / -, a letter or digit first');
  const value = asked.value === null ? null : checkSentence('value', asked.value);
  const valueIn = (tags: typeof notes.tags): string | null => tags.find((tag) => tag.key === key)?.value ?? null;
  return {
    source,
    name,
    decide: (writes) => {
      const { tags } = notesOfModel(writes);
      if (valueIn(tags) === value) return { kind: 'UNCHANGED' };
      if (value !== null && valueIn(tags) === null && tags.length >= MAX_TAGS) throw tooManyTags();
      return { kind: 'WRITE', content: { kind: 'TAG_SET', version: null, subject: key, document: { value } } };
    },
    through: () => ({
      place: tagPlace(name, key),
      value,
      decide: (found) => {
        if (found.value === value) return { kind: 'UNCHANGED' };
        if (value !== null && found.value === null && notes.tags.length >= MAX_TAGS) throw tooManyTags();
        return { kind: 'WRITE', content: { kind: 'TAG_SET', version: null, subject: key, document: { value } } };
      },
    }),
    changes: [{ subject: `tag ${key} of ${source}:${name}`, before: valueIn(notes.tags), after: value }],
    notices: [],
    isShownBy: (later) => {
      const found = later.models.find((model) => model.source === source && model.name === name);
      return found !== undefined && valueIn(found.notes.tags) === value;
    },
  };
}

/**
 * Plans what a model's description says.
 * @throws BadUserInput, ModelNotFound, AmbiguousModel
 */
export function planSetDescription(registry: ModelRegistry, asked: SetDescription): WritePlan {
  const snapshot = registry.snapshot();
  const { source, name, notes } = findModel(snapshot, asked.model);
  requireWritable(snapshot, source);
  const text = asked.description === null ? null : checkSentence('description', asked.description);
  return {
    source,
    name,
    decide: (writes) =>
      notesOfModel(writes).description === text
        ? { kind: 'UNCHANGED' }
        : { kind: 'WRITE', content: { kind: 'DESCRIPTION_SET', version: null, subject: '', document: { text } } },
    through: () => ({
      place: { kind: 'DESCRIPTION', name },
      value: text,
      decide: (found) =>
        found.value === text
          ? { kind: 'UNCHANGED' }
          : { kind: 'WRITE', content: { kind: 'DESCRIPTION_SET', version: null, subject: '', document: { text } } },
    }),
    changes: [{ subject: `description of ${source}:${name}`, before: notes.description, after: text }],
    notices: [],
    isShownBy: (later) =>
      later.models.find((model) => model.source === source && model.name === name)?.notes.description === text,
  };
}

/** @throws BadUserInput for a key that MLflow does not take, or keeps for itself */
function tagPlace(name: string, key: string): MlflowPlace {
  const parts = key.split('/');
  if (parts.some((part) => part === '' || part === '.' || part === '..') || /^(mlflow|tessera)\./i.test(key)) {
    throw new BadUserInput(
      'key',
      'must not begin with mlflow. or tessera. on an MLflow server, nor have empty parts between its slashes',
    );
  }
  return { kind: 'MODEL_TAG', name, key };
}

function tooManyTags(): Conflict {
  return new Conflict(`This model has ${MAX_TAGS} tags, which is the most. Nothing was changed. Take one off first.`, {
    maximum: MAX_TAGS,
  });
}
