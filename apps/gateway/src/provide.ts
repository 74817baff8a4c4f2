import type { Provider, Type } from '@nestjs/common';

/** A class whose constructor takes exactly these, in this order. */
export function provide(type: Type, inject: NonNullable<Extract<Provider, { inject?: unknown }>['inject']>): Provider {
  return { provide: type, inject, useFactory: (...dependencies: unknown[]) => new type(...dependencies) };
}
