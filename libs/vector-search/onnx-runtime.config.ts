/**
 * Official builds of ONNX Runtime report machines and run times to their maker. A hospital's gateway tells nobody. To be called before a thread loads the library:
 * it looks once, at the environment of the process, which a thread only has a copy of.
 */
export function forbidReports(): void {
  process.env['ORT_DISABLE_TELEMETRY'] = '1';
}
