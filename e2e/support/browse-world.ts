import type { AzureSimulator } from '@portal/azure-simulator'

const gallery =
  '/subscriptions/c0470500-0000-4000-8000-00000000a001/resourceGroups/myResourceGroup/providers/Microsoft.Compute/galleries/contosoGallery'

/** The image definition of the Contoso world that the added versions are of. */
export const manyVersionsDefinition = `${gallery}/images/ubuntu-web`

/**
 * Gives that definition versions `3.0.0`, `3.1.0` … as 1.1.0 is, except for `properties` of any object in it, without
 * replicating them one by one.
 */
export function addVersions(azure: AzureSimulator, count: number, properties: Record<string, unknown> = {}): void {
  const change = (key: string, value: unknown) => (key in properties ? properties[key] : value)
  for (let minor = 0; minor < count; minor += 1) addVersion(azure, `3.${minor}.0`, change)
}

/** Gives that definition a version whose sets encrypt doubly. */
export function addDoublyEncryptedVersion(azure: AzureSimulator, name: string): void {
  addVersion(azure, name, (_, value) =>
    typeof value === 'string' ? value.replace(/DiskEncryptionSet[12]$/, 'DoubleEncryptionSet') : value,
  )
}

function addVersion(
  { world: { store } }: AzureSimulator,
  name: string,
  change?: (key: string, value: unknown) => unknown,
) {
  const version = store.get(`${manyVersionsDefinition}/versions/1.1.0`)
  if (version === undefined) throw new Error('Contoso has lost version 1.1.0')
  const properties: unknown = JSON.parse(JSON.stringify(version.properties), change)
  const id = `${manyVersionsDefinition}/versions/${name}`
  store.put({
    ...version,
    id,
    name,
    ...(typeof properties === 'object' && properties && { properties: { ...properties } }),
  })
}
