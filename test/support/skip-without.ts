/**
 * Why tests that need something cannot run here, or undefined where they can.
 *
 * @param what such as `MLflow 3.17.2`
 * @param install resolves when it is there
 * @throws Error when it cannot be had and CI is set; elsewhere the reason is printed
 */
export async function reasonToSkip(what: string, install: () => Promise<unknown>): Promise<string | undefined> {
  try {
    await install();
    return undefined;
  } catch (error) {
    if (process.env['CI']) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    const skip = `${what} could not be installed (${reason.split('\n')[0]})`;
    console.warn(`\n*** ${skip}: every test that needs it is SKIPPED. ***\n`);
    return skip;
  }
}
