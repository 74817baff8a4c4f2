import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { reasonToSkip } from './skip-without.js';

const run = promisify(execFile);

/** Why no certificate can be made here; undefined where one can. */
export const reasonToSkipCertificates = (): Promise<string | undefined> =>
  reasonToSkip('openssl', () => run('openssl', ['version']));

/** A certificate that vouches for itself, in PEM. */
export interface OwnCertificate {
  readonly cert: string;
  readonly key: string;
}

/** Makes one for two days. @param name as `DNS:models.example` or `IP:127.0.0.1` */
export async function ownCertificate(folder: string, name: string): Promise<OwnCertificate> {
  const [certFile, keyFile] = [join(folder, 'own.crt'), join(folder, 'own.key')];
  const subject = ['-subj', '/CN=tessera test', '-addext', `subjectAltName=${name}`];
  const made = ['-newkey', 'rsa:2048', '-nodes', '-days', '2', '-keyout', keyFile, '-out', certFile, ...subject];
  await run('openssl', ['req', '-x509', ...made]);
  const [cert, key] = await Promise.all([readFile(certFile, 'utf8'), readFile(keyFile, 'utf8')]);
  return { cert, key };
}
