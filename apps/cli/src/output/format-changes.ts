import type { ModelVersionChangesQuery } from '#libs/client';
import { plain, table } from './text.js';

type Changes = ModelVersionChangesQuery['modelVersionChanges'];
type CardChange = Changes['cardChanges'][number];
type ThresholdChange = Changes['thresholdChanges'][number];
type TensorChange = Changes['tensorChanges'][number];

const LONGEST = 60;

/** What `models diff` says: sections for what differs, and a sentence where nothing does. */
export function changeLines(changes: Changes, isWhole: boolean): string[] {
  const { from, to } = changes;
  const head = `${from.ref} -> ${to.ref}`;
  if (changes.isSame) return [head, 'The same version: card, files, thresholds in force and terms are equal.'];
  return [
    head,
    ...section('Licence', changes.licenceChanges.length, licenceLines(changes)),
    ...section('Thresholds', changes.thresholdChangeCount, thresholdLines(changes.thresholdChanges)),
    ...section('Tensors', changes.tensorChangeCount, tensorLines(changes.tensorChanges)),
    ...section(
      isWhole ? 'Card' : 'Card, of the groups named',
      cardCount(changes, isWhole),
      cardLines(changes.cardChanges),
    ),
  ];
}

// The count of the gateway is over all groups.
function cardCount({ cardChangeCount, cardChanges }: Changes, isWhole: boolean): number {
  return isWhole ? cardChangeCount : cardChanges.length;
}

function section(title: string, count: number, lines: readonly string[]): readonly string[] {
  if (count === 0) return ['', `${title}: no difference`];
  const rows = lines.length - 1;
  const more = count > rows ? [`  ... and ${count - rows} more`] : [];
  return ['', `${title}: ${count} ${count === 1 ? 'difference' : 'differences'}`, ...lines, ...more];
}

function licenceLines({ licenceChanges, from, to }: Changes): readonly string[] {
  const terms = (side: Changes['from'], name: string): string => shown(Reflect.get(side.licence, name));
  return table(
    ['  TERM', 'FROM', 'TO'],
    licenceChanges.map((name) => [`  ${name}`, terms(from, name), terms(to, name)]),
  );
}

function thresholdLines(changes: readonly ThresholdChange[]): readonly string[] {
  return table(
    ['  TARGET', 'CASE', 'OPERATING POINT', 'FROM', 'TO', 'WHAT'],
    changes.map((change) => [
      `  ${change.target}${change.class === null ? '' : `: ${change.class}`}`,
      [change.specimen, change.scanner, change.site].filter((part) => part !== null).join(', ') || 'any',
      change.operatingPoint,
      threshold(change.from),
      threshold(change.to),
      change.changed.join(', ') || change.kind.toLowerCase(),
    ]),
  );
}

function threshold(side: ThresholdChange['from']): string {
  return side ? `${side.comparator === 'GE' ? '>=' : '>'} ${side.value} (${side.scale})` : '-';
}

function tensorLines(changes: readonly TensorChange[]): readonly string[] {
  return table(
    ['  TENSOR', 'DIRECTION', 'FROM', 'TO'],
    changes.map((change) => [
      `  ${change.name}`,
      change.direction.toLowerCase(),
      tensor(change.from),
      tensor(change.to),
    ]),
  );
}

function tensor(side: TensorChange['from']): string {
  return side ? `${side.datatype} [${side.shape.join(', ')}] ${side.axes.join(', ')}` : '-';
}

function cardLines(changes: readonly CardChange[]): readonly string[] {
  return table(
    ['  PLACE', 'CHANGE', 'FROM', 'TO'],
    changes.map(({ pointer, kind, from, to, isCut }) => {
      const value = (side: unknown, isThere: boolean): string =>
        isThere ? (isCut && side === null ? '(long: see --card)' : shown(side)) : '-';
      return [`  ${pointer}`, kind.toLowerCase(), value(from, kind !== 'ADDED'), value(to, kind !== 'REMOVED')];
    }),
  );
}

function shown(value: unknown): string {
  const text = plain(value).replaceAll('\n', ' ');
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 3)}...` : text;
}
