// An ESLint rule: a relative path stays in its room. Rooms see each other through their doors (#libs/..., #model-registry, #gateway/...).
import { dirname, relative, resolve } from 'node:path';
import { root } from './source-aliases.mjs';

const ROOM = /^(libs\/[^/]+|apps\/gateway\/src(?:\/[^/]+(?=\/))?|apps\/[^/]+|graphql\/[^/]+|[^/]+)\//;
const GATEWAY = 'apps/gateway/src';

const roomOf = (path) => ROOM.exec(relative(root, path))?.[1];

export const stayInRoom = {
  meta: { type: 'problem', schema: [], messages: { leaves: 'Import another room by its # name.' } },
  create({ filename, report }) {
    const room = roomOf(filename);
    if (room === undefined) return {}; // a file of the root
    const check = ({ source }) => {
      const path = source?.value;
      if (typeof path !== 'string' || !path.startsWith('.')) return;
      const target = roomOf(resolve(dirname(filename), path));
      // The gateway's root files put its rooms together; they too see nothing but doors.
      const isOwnDoor = room === GATEWAY && target?.startsWith(`${GATEWAY}/`) && path.endsWith('/index.js');
      if (target !== room && !isOwnDoor) report({ node: source, messageId: 'leaves' });
    };
    return {
      ImportDeclaration: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
      ImportExpression: check,
    };
  },
};
