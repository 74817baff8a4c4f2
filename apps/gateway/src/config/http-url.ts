import { z } from 'zod';

/** An address of http or https. A user name or password in it would end up in logs. */
export const httpUrl = z
  .url({ protocol: /^https?$/ })
  .refine((text) => !/^[a-z]+:\/\/[^/?#]*@/i.test(text), { message: 'must not hold a user name or password' });
