import { objectsAt, type JsonObject } from '../json.ts'
import { startedAzure, type Arm, type StartedAzure } from './azure.ts'

/** A scale set of Contoso's, and what it is asked. */
export interface SentScaleSet extends AsyncDisposable {
  azure: StartedAzure
  arm: Arm
  id: string
  /** `storage` is merged into the storage profile of the model */
  put(storage?: JsonObject): ReturnType<Arm>
  /** as the list of a uniform scale set shows them */
  instances(): Promise<JsonObject[]>
}

/** A simulator, and the body of a scale set in West US of an image (a version, or a definition), not yet sent. */
export async function aScaleSet(
  facts: { image?: string; mode?: string; upgrade?: string; capacity?: number } = {},
): Promise<SentScaleSet> {
  const azure = await startedAzure()
  const arm = await azure.asOwner()
  const id = azure.compute('virtualMachineScaleSets/web')
  const { image = 'ubuntu-web', mode = 'Uniform', upgrade = 'Manual', capacity = 2 } = facts
  return {
    azure,
    arm,
    id,
    put: (storage = {}) =>
      arm(
        'PUT',
        id,
        scaleSetBody(
          { image: azure.compute(`galleries/contosoGallery/images/${image}`), mode, upgrade, capacity },
          storage,
        ),
      ),
    async instances() {
      return objectsAt((await arm('GET', `${id}/virtualMachines`)).body, 'value')
    },
    [Symbol.asyncDispose]: () => azure.simulator.close(),
  }
}

function scaleSetBody(
  { image, mode, upgrade, capacity }: { image: string; mode: string; upgrade: string; capacity: number },
  storage: JsonObject,
): JsonObject {
  return {
    location: 'westus',
    sku: { name: 'Standard_D2s_v5', capacity },
    properties: {
      orchestrationMode: mode,
      upgradePolicy: { mode: upgrade },
      virtualMachineProfile: {
        osProfile: { computerNamePrefix: 'web', adminUsername: 'ada', adminPassword: 'a-Password-1' },
        storageProfile: { imageReference: { id: image }, osDisk: { createOption: 'FromImage' }, ...storage },
      },
    },
  }
}
