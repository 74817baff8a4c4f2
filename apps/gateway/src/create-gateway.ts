import 'reflect-metadata';
import type { Server } from 'node:http';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { InvalidConfig } from '#libs/errors';
import { Authenticator } from './access/index.js';
import type { GatewayConfig } from '#gateway/config';
import { GatewayModule } from './gateway.module.js';
import type { GatewayRooms } from './gateway.rooms.js';
import {
  ActiveRequests,
  Admission,
  answerBrokenRequest,
  ErrorFilter,
  Metrics,
  registerFront,
  requestIdOf,
  sendError,
  translateFrameworkError,
} from './http/index.js';
import { NestLog, type Log } from './logging/index.js';
import { CallerLimits } from './shared-state/index.js';

/** A gateway that listens. */
export interface Gateway {
  readonly app: NestFastifyApplication;
  /** Of the form `http://host:port`, with the real port. */
  readonly url: string;
  /** Stops taking requests, lets the running ones end within the drain time, and closes everything. */
  close(): Promise<void>;
}

/**
 * Builds the gateway and listens.
 * @throws InvalidConfig when the address cannot be had
 */
export async function createGateway(config: GatewayConfig, log: Log, rooms: GatewayRooms): Promise<Gateway> {
  const module = GatewayModule.forRoot(config, log, rooms);
  const app = await NestFactory.create<NestFastifyApplication>(module, createAdapter(config), {
    bodyParser: false,
    logger: new NestLog(log),
    abortOnError: false,
  });
  app.useGlobalFilters(new ErrorFilter(log));
  const active = app.get(ActiveRequests);
  registerFront(app.getHttpAdapter().getInstance(), {
    config,
    active,
    authenticator: app.get(Authenticator),
    admission: app.get(Admission),
    metrics: app.get(Metrics),
    limits: app.get(CallerLimits),
  });
  await listen(app, config);
  const close = async (): Promise<void> => {
    await active.drain(config.limits.drainMs);
    await app.close();
  };
  return { app, url: urlOf(app.getHttpServer(), config.host), close };
}

function createAdapter(config: GatewayConfig): FastifyAdapter {
  return new FastifyAdapter({
    bodyLimit: config.limits.bodyBytes,
    requestTimeout: config.limits.deadlineMs,
    exposeHeadRoutes: false,
    frameworkErrors: (error: FastifyError, request: FastifyRequest, reply: FastifyReply) =>
      sendError(reply, translateFrameworkError(error), requestIdOf(request)),
    clientErrorHandler: (error, socket) => answerBrokenRequest(error, socket),
  });
}

async function listen(app: NestFastifyApplication, { port, host }: GatewayConfig): Promise<void> {
  try {
    await app.listen(port, host);
  } catch (error) {
    await app.close();
    if (hasCode(error, 'EADDRINUSE')) throw new InvalidConfig('TESSERA_PORT', 'is taken by another process');
    if (hasCode(error, 'EACCES')) throw new InvalidConfig('TESSERA_PORT', 'may not be used by this user');
    if (hasCode(error, 'EADDRNOTAVAIL') || hasCode(error, 'ENOTFOUND')) {
      throw new InvalidConfig('TESSERA_HOST', 'is no address of this machine');
    }
    throw error;
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

function urlOf(server: Server, host: string): string {
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}
