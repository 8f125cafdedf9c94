import { objectsAt, textAt, type JsonObject } from '../json.ts'
import { startedAzure, type Answer, type Arm, type StartedAzure } from './azure.ts'
import { madeSet, madeVault, type MadeVault } from './sets.ts'

/** A machine that runs on a set of its own vault, and the ways to take its key away. */
export interface MachineWithKey extends AsyncDisposable {
  azure: StartedAzure
  vault: MadeVault
  arm: Arm
  /** ids */
  setId: string
  machine: string
  /** object ID of the set's identity */
  principalId: string
  minutes(count: number): void
  /** the codes of its instance view */
  codes(): Promise<string[]>
  provisioningState(): Promise<string | undefined>
  /** an action of the machine, and what its operation says once it is over */
  act(action: string): Promise<JsonObject>
  enable(enabled: boolean): Promise<Answer>
}

/** `os`: the set encrypts its OS disk, else its data disk. `attributes` are those of the key. */
export async function aMachineWithKey({
  os = true,
  attributes = {},
}: { os?: boolean; attributes?: JsonObject } = {}): Promise<MachineWithKey> {
  const azure = await startedAzure()
  const vault = await madeVault(azure)
  const { arm } = vault
  const principalId = await madeSet(azure, vault, { name: 'ownSet', keyUrl: await vault.key('own-key', attributes) })
  await vault.grant(principalId, 'Key Vault Crypto Service Encryption User')
  const setId = azure.compute('diskEncryptionSets/ownSet')
  const machine = azure.compute('virtualMachines/own-vm')
  const encrypted = { managedDisk: { diskEncryptionSet: { id: setId } } }
  await arm('PUT', machine, {
    location: 'westus',
    properties: { storageProfile: { osDisk: os ? encrypted : {}, dataDisks: [{ lun: 0, ...(!os && encrypted) }] } },
  })
  const minutes = (count: number) => azure.clock.advance(count * 60_000)
  minutes(1)
  return {
    azure,
    vault,
    arm,
    setId,
    machine,
    principalId,
    minutes,
    async codes() {
      const { body } = await arm('GET', `${machine}/instanceView`)
      return objectsAt(body, 'statuses').map((status) => textAt(status, 'code') ?? '')
    },
    provisioningState: async () => textAt((await arm('GET', machine)).body, 'properties', 'provisioningState'),
    async act(action) {
      const { headers } = await arm('POST', `${machine}/${action}`)
      minutes(1)
      return (await arm('GET', headers.get('azure-asyncoperation') ?? '')).body
    },
    enable: (enabled) => vault.keys('PATCH', '/keys/own-key', { attributes: { enabled } }),
    [Symbol.asyncDispose]: () => azure.simulator.close(),
  }
}
