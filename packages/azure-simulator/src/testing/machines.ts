import type { Json, JsonObject } from '../json.ts'
import { startedAzure, type Answer, type StartedAzure } from './azure.ts'

/** What a machine is made of, and the machine itself. */
export interface MachineFacts {
  /** properties of the disk that the version is made of */
  disk?: JsonObject
  /** properties of its definition */
  definition?: JsonObject
  size?: string
  /** properties of the machine */
  machine?: JsonObject
  storage?: JsonObject
  plan?: Json
}

/** A simulator with a version of those facts, and a machine of it, not yet sent. */
export interface SentMachine extends AsyncDisposable {
  azure: StartedAzure
  /** sends it as Ada; `more` is merged into the facts */
  put(more?: MachineFacts): Promise<Answer>
  body(more?: MachineFacts): JsonObject
  /** the path of the version */
  version: string
  id: string
  write(path: string, properties: JsonObject): Promise<Answer>
  read(path: string): Promise<JsonObject>
}

const osProfile = { computerName: 'vm', adminUsername: 'ada', adminPassword: 'a-Password-1' }

/** Writes a disk, a definition and a version of it, by default of generation 2. */
export async function aMachineOf(facts: MachineFacts = {}): Promise<SentMachine> {
  const azure = await startedAzure()
  const ada = await azure.as('Ada')
  const id = azure.compute('virtualMachines/vm')
  const definition = azure.compute('galleries/contosoGallery/images/new')
  const version = `${definition}/versions/1.0.0`
  const write = async (path: string, properties: JsonObject) => {
    const answer = await ada('PUT', path, { location: 'westus', properties })
    azure.clock.advance(600_000)
    return answer
  }
  const hyperVGeneration = facts.definition?.['hyperVGeneration'] ?? 'V2'
  const system = { osType: 'Linux', hyperVGeneration, diskSizeGB: 30, ...facts.disk }
  await write(azure.compute('disks/source'), { creationData: { createOption: 'Empty' }, ...system })
  await write(definition, {
    osType: 'Linux',
    osState: 'Generalized',
    hyperVGeneration,
    identifier: { publisher: 'Contoso', offer: 'new', sku: 'new' },
    ...facts.definition,
  })
  const source = { id: azure.compute('disks/source') }
  const made = await write(version, { storageProfile: { osDiskImage: { source } } })
  if (made.status !== 201) throw new Error(`The version is refused: ${made.text}`)
  const body = (more: MachineFacts = {}): JsonObject => {
    const { size = 'Standard_D2s_v5', machine = {}, storage = {}, plan } = { ...facts, ...more }
    const storageProfile = { imageReference: { id: version }, ...storage }
    return {
      location: 'westus',
      ...(plan !== undefined && { plan }),
      properties: { hardwareProfile: { vmSize: size }, osProfile, storageProfile, ...machine },
    }
  }
  return {
    azure,
    id,
    version,
    write,
    body,
    put: (more) => ada('PUT', id, body(more)),
    read: async (path) => (await ada('GET', path)).body,
    [Symbol.asyncDispose]: () => azure.simulator.close(),
  }
}
