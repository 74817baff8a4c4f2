import { fileURLToPath } from 'node:url';
import { InvalidConfig } from '#libs/errors';

/** @throws InvalidConfig */
export function parseDatabaseUrl(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  if (!URL.canParse(text) || !/^postgres(ql)?:$/.test(new URL(text).protocol)) {
    throw new InvalidConfig('TESSERA_DATABASE_URL', 'must be a URL that begins with postgres://');
  }
  return text;
}

/** @throws InvalidConfig */
export function parseRedisUrl(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const isRight = URL.canParse(text) && isRedis(new URL(text));
  if (!isRight) {
    throw new InvalidConfig(
      'TESSERA_REDIS_URL',
      'must be a URL such as redis://host:6379/0 or rediss://user:password@host:6380/0',
    );
  }
  return text;
}

function isRedis({ protocol, hostname, pathname, search, hash }: URL): boolean {
  const isServer = /^rediss?:$/.test(protocol) && hostname !== '';
  return isServer && /^(?:\/\d{0,4})?$/.test(pathname) && search === '' && hash === '';
}

/** The folder of a `file:` URL. @throws InvalidConfig */
export function parseBlobUrl(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  if (text.startsWith('s3:'))
    throw new InvalidConfig('TESSERA_BLOB_URL', 'names S3, which is not supported yet: use file:');
  try {
    return fileURLToPath(text);
  } catch {
    throw new InvalidConfig('TESSERA_BLOB_URL', 'must be a URL that begins with file:///');
  }
}
