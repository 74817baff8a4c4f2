// Imported only after the build: these files do not exist before.
import { TesseraClient } from '#libs/client';

/** The gateway, and the two ways in which the demonstration uses it. Every call ends with the interruption. */
export function openGateway(url, signal) {
  const client = new TesseraClient({ url });
  return {
    ask: (operation, variables) => client.request(operation, variables, { signal }),
    waitForJob: (id, onProgress) => client.waitForJob(id, { signal, onProgress, pollMs: 200 }),
    save: (href, file) => client.download(href, file, { signal }),
  };
}
