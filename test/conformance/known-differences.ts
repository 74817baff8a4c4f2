import type { Capabilities } from './server-under-test.js';

/** What a server is known to do otherwise: by check, what is found. A check that is not named passes without a difference. */
export interface KnownDifferences {
  readonly has: Capabilities;
  /** Allowed, and not what most servers do. */
  readonly differs: Readonly<Record<string, string>>;
  /** Against the protocol. */
  readonly fails: Readonly<Record<string, string>>;
  /** Beside what `has` lacks. */
  readonly unsupported: Readonly<Record<string, string>>;
}

const CANNOT_PARSE = 'status 500';
const NO_ERROR_422 = 'status 422 without an `error` in JSON';
const NO_ERROR_500 = 'status 500 without an `error` in JSON';
const ANSWERED = 'it is answered with 200';
const OUTPUTS_NAMED = 'where outputs are named, `binary_data_output` is ignored';
const NO_TIMEOUT = 'the parameter is ignored';

/**
 * Triton 2.51 (24.10) with models behind its Python backend. What it cannot parse it calls its own fault, and it gives numbers that JSON has
 * no words for.
 */
export const TRITON: KnownDifferences = {
  has: { versions: true, binary: true },
  differs: {
    'infer.binary_data_overrides': OUTPUTS_NAMED,
    'refusal.too-few-values': CANNOT_PARSE,
    'refusal.too-many-values': CANNOT_PARSE,
    'refusal.negative-dimension': CANNOT_PARSE,
    'refusal.fraction-dimension': CANNOT_PARSE,
    'refusal.text-dimension': CANNOT_PARSE,
    'refusal.broken-json': CANNOT_PARSE,
    'refusal.no-inputs': CANNOT_PARSE,
    'refusal.text-for-number': CANNOT_PARSE,
    'refusal.null-for-number': CANNOT_PARSE,
    'nan.from-model.json': 'it is a bare NaN, which is no JSON',
    'nan.in-request': 'it is taken, and comes back as NaN',
    'infinity.in-request': 'it is taken, and comes back as Infinity',
  },
  fails: {},
  unsupported: { 'datatype.FP16.json': 'refused with 400', 'time.timeout': NO_TIMEOUT },
};

/** MLServer 1.7.1. It validates with FastAPI, whose errors have another form, and takes what NumPy can make a tensor of. */
export const MLSERVER: KnownDifferences = {
  has: { versions: true, binary: false },
  differs: {
    'metadata.versions': 'none is listed',
    'infer.no-id': 'one is made up',
    'grpc.ready.version': 'a version that is not there is UNKNOWN',
    'grpc.refusal.wrong-length': 'INTERNAL',
    'nan.from-model.json': 'it is null',
    'infinity.in-request': 'it is taken, and comes back as null',
  },
  fails: {
    'infer.id-unicode': NO_ERROR_500,
    'refusal.unknown-datatype': NO_ERROR_422,
    'refusal.too-few-values': NO_ERROR_500,
    'refusal.too-many-values': NO_ERROR_500,
    'refusal.negative-dimension': ANSWERED,
    'refusal.fraction-dimension': NO_ERROR_422,
    'refusal.text-dimension': ANSWERED,
    'refusal.broken-json': NO_ERROR_422,
    'refusal.empty-body': NO_ERROR_422,
    'refusal.no-inputs': NO_ERROR_422,
    'refusal.text-for-number': NO_ERROR_500,
    'refusal.null-for-number': ANSWERED,
    'nan.in-request': NO_ERROR_422,
  },
  unsupported: { 'time.timeout': NO_TIMEOUT },
};

/** KServe's Python server 0.21.0: one version a service, binary tensors that it does not announce, FastAPI's errors. */
export const KSERVE: KnownDifferences = {
  has: { versions: false, binary: true },
  differs: {
    'metadata.binary': 'they are spoken and not listed',
    'infer.binary_data_overrides': OUTPUTS_NAMED,
    'infer.no-version': 'no version is reported',
    'infer.no-id': 'one is made up',
    'refusal.too-few-values': CANNOT_PARSE,
    'refusal.too-many-values': CANNOT_PARSE,
    'refusal.text-for-number': CANNOT_PARSE,
    'refusal.too-few-bytes': CANNOT_PARSE,
    'refusal.too-many-bytes': CANNOT_PARSE,
    'refusal.bytes-beyond-body': CANNOT_PARSE,
    'refusal.header-length-text': CANNOT_PARSE,
    'grpc.refusal.wrong-length': 'INTERNAL',
    'nan.from-model.json': 'it is null',
    'nan.in-request': 'it is taken, and comes back as null',
    'infinity.in-request': 'it is taken, and comes back as null',
  },
  fails: {
    'refusal.negative-dimension': ANSWERED,
    'refusal.fraction-dimension': NO_ERROR_422,
    'refusal.text-dimension': ANSWERED,
    'refusal.broken-json': NO_ERROR_422,
    'refusal.empty-body': NO_ERROR_422,
    'refusal.no-inputs': NO_ERROR_422,
    'refusal.null-for-number': ANSWERED,
    'refusal.bytes-left-over': ANSWERED,
  },
  unsupported: { 'datatype.FP16.json': 'refused with 400', 'time.timeout': NO_TIMEOUT },
};

/** The model server of the project: nothing. */
export const EMBEDDED: KnownDifferences = {
  has: { versions: true, binary: true },
  differs: {},
  fails: {},
  unsupported: {},
};
