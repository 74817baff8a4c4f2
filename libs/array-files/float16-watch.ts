/**
 * h5wasm tells of a two-byte float only that it has two bytes, and HDF5 2.0 has two kinds of them: IEEE half and bfloat16. Read as the other, each
 * gives plausible wrong numbers. The datatype message that tells them apart (HDF5 File Format Specification, IV.A.2.d: size, then bit offset,
 * precision, exponent and mantissa location and size, bias) is never compressed, so it is looked for in the file's bytes.
 */
const IEEE_HALF = Buffer.from('02000000' + '0000' + '1000' + '0a05000a' + '0f000000', 'hex');
const BFLOAT16 = Buffer.from('02000000' + '0000' + '1000' + '07080007' + '7f000000', 'hex');

/** Looks at a file's bytes as they pass and knows afterwards which two-byte floats it declares. */
export class Float16Watch {
  private hasIeeeHalf = false;
  private hasBfloat16 = false;

  look(bytes: Buffer): void {
    this.hasIeeeHalf ||= bytes.includes(IEEE_HALF);
    this.hasBfloat16 ||= bytes.includes(BFLOAT16);
  }

  /** Whether every two-byte float of the file is an IEEE half. */
  get isIeeeOnly(): boolean {
    return this.hasIeeeHalf && !this.hasBfloat16;
  }
}
