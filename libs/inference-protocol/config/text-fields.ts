import { InvalidModelConfig, type TextField, type TextValue } from './text-format.js';

type Kind = TextValue['kind'];

/** The fields of one message of a model configuration, taken out by name; what nobody takes is left over and noted. */
export class FieldBag {
  private readonly taken = new Set<string>();

  /**
   * @param where the message's own name, '' for the outermost
   * @param notes gets what is left aside
   */
  constructor(
    private readonly fields: readonly TextField[],
    private readonly where: string,
    private readonly notes: string[],
  ) {}

  text(name: string): string | null {
    return this.single(name, ['string'])?.text ?? null;
  }

  word(name: string): string | null {
    return this.single(name, ['word'])?.text ?? null;
  }

  boolean(name: string): boolean | null {
    const value = this.single(name, ['word', 'number']);
    if (value === null) return null;
    if (['true', 'True', 't', '1'].includes(value.text)) return true;
    if (['false', 'False', 'f', '0'].includes(value.text)) return false;
    throw this.fault(`has no boolean as ${name}`, value.line);
  }

  integer(name: string, least: number, most: number): number | null {
    const value = this.single(name, ['number']);
    return value === null ? null : this.toInteger(value, name, least, most);
  }

  integers(name: string, least: number, most: number): readonly number[] {
    return this.all(name, ['number']).map((value) => this.toInteger(value, name, least, most));
  }

  message(name: string): FieldBag | null {
    const bags = this.messages(name);
    if (bags.length > 1) throw this.fault(`has ${name} twice`);
    return bags[0] ?? null;
  }

  messages(name: string): readonly FieldBag[] {
    return this.named(name).map(({ value }) => {
      if (value.kind !== 'message') throw this.fault(`has no message as ${name}`, value.line);
      return new FieldBag(value.fields, this.where === '' ? name : `${this.where}.${name}`, this.notes);
    });
  }

  /** @throws InvalidModelConfig when the field is there */
  refuse(name: string): void {
    const [field] = this.named(name);
    if (field !== undefined) throw this.fault(`has ${name}, which is not supported`, field.line);
  }

  requireFalse(name: string): void {
    if (this.boolean(name) === true) throw this.fault(`has ${name}: true, which is not supported`);
  }

  requireOneOf(name: string, values: readonly string[]): void {
    if (!values.includes(this.text(name) ?? '')) throw this.fault(`has a ${name} other than ${values.at(-1)}`);
  }

  /** Notes a known field that has no effect here. */
  leaveAside(name: string): void {
    const [field] = this.named(name);
    if (field !== undefined) this.note(`${name} has no effect here`, field.line);
  }

  /** Notes every field that nobody asked for. */
  noteRest(): void {
    for (const { name, line } of this.fields)
      if (!this.taken.has(name)) this.note('an unknown field is left aside', line);
  }

  note(what: string, line = this.fields[0]?.line ?? 0): void {
    this.notes.push(`line ${line}: ${this.where === '' ? what : `${this.where}: ${what}`}`);
  }

  fault(what: string, line = this.fields[0]?.line ?? 0): InvalidModelConfig {
    return new InvalidModelConfig(`line ${line}: ${this.where === '' ? 'it' : this.where} ${what}`);
  }

  private named(name: string): readonly TextField[] {
    this.taken.add(name);
    return this.fields.filter((field) => field.name === name);
  }

  private all(name: string, kinds: readonly Kind[]) {
    return this.named(name).map(({ value }) => {
      if (value.kind === 'message' || !kinds.includes(value.kind))
        throw this.fault(`has a value of another kind as ${name}`, value.line);
      return value;
    });
  }

  private single(name: string, kinds: readonly Kind[]) {
    const values = this.all(name, kinds);
    const [first, second] = values;
    if (second !== undefined) throw this.fault(`has ${name} twice`, second.line);
    return first ?? null;
  }

  private toInteger(
    value: { readonly text: string; readonly line: number },
    name: string,
    least: number,
    most: number,
  ) {
    const { text, line } = value;
    const number = /^-?(?:0[xX][0-9a-fA-F]+|[0-9]+)$/.test(text) ? readInteger(text) : NaN;
    if (Number.isSafeInteger(number) && number >= least && number <= most) return number;
    throw this.fault(`has no integer from ${least} to ${most} as ${name}`, line);
  }
}

/** As the format says: `0x` is hexadecimal, a leading 0 octal. */
function readInteger(text: string): number {
  const digits = text.replace('-', '');
  const sign = text.startsWith('-') ? -1 : 1;
  if (/^0[0-9]/.test(digits)) return /^[0-7]+$/.test(digits) ? sign * parseInt(digits, 8) : NaN;
  return sign * Number(digits);
}
