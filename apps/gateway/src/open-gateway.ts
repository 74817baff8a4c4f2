import { type Gateway } from './create-gateway.js';
import { type GatewayConfig } from '#gateway/config';
import { type Log } from './logging/index.js';
import { openResources } from './open-resources.js';

/** The whole gateway, from its configuration: resources, rooms, edge. */
export async function openGateway(config: GatewayConfig, log: Log): Promise<Gateway> {
  const opening = openResources(config, log);
  opening.catch(() => undefined);
  // The web framework loads while the database opens and the model server starts.
  const rooms = await Promise.all([import('./create-gateway.js'), import('./gateway.rooms.js')]);
  const [{ createGateway }, { gatewayRooms }] = rooms;
  const resources = await opening;
  try {
    const gateway = await createGateway(config, log, gatewayRooms(config, resources));
    const close = async (): Promise<void> => {
      await gateway.close();
      await resources.close();
    };
    return { ...gateway, close };
  } catch (error) {
    await resources.close();
    throw error;
  }
}
