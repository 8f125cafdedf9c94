import { anyJson, changed, changedText, hostileText, type Random } from '@portal/azure-simulator/random-json'
import type * as api from '@portal/portal-api'
import * as z from 'zod/mini'

/** An endpoint whose schemas are read only as JSON Schema. */
export type AnyEndpoint = api.Endpoint<z.ZodMiniType, z.ZodMiniType>

/** The possible values, so that a request is about something that exists. */
export interface Known {
  ids: readonly string[]
  subscriptionIds: readonly string[]
  /** what a change of a version must name, by the version's ID */
  fingerprints: ReadonlyMap<string, string>
}

type Json = ReturnType<typeof anyJson>
type Schema = z.core.JSONSchema.JSONSchema

const regions = ['westus', 'eastus', 'westeurope', 'italynorth', 'West US', 'nowhere'] as const
const texts = ['', 'fuzz', '1.0.0', '9.9.9', 'myResourceGroup', 'contosoGallery', 'ubuntu-web', 'x64', 'Linux'] as const
/** A request as that endpoint's schema has it, and then, every other time, not quite. */
export function randomRequest(random: Random, endpoint: AnyEndpoint, known: Known): Json {
  const valid = validRequest(random, endpoint, known)
  return random.rarely(2) ? valid : changed(random, valid)
}

/** A request as that endpoint's schema has it. */
export function validRequest(random: Random, { path, request }: AnyEndpoint, known: Known): Json {
  const type = typesOfPaths.find(([part]) => path.includes(part))?.[1]
  return ofSchema(random, { schema: schemaOf(request), known, type, name: '' })
}

/** The type of IDs, if their name says no more. */
const typesOfPaths = [
  ['keys', 'vaults'],
  ['key-v', 'vaults'],
  ['virtual-machine', 'virtualMachines'],
  ['preparation', 'deployments'],
  ['version-works', 'versions'],
  ['version-work', 'deployments'],
  ['disk-encryption-set', 'diskEncryptionSets'],
  ['image-definitions', 'galleries'],
  ['image-versions', 'images'],
  ['version', 'versions'],
  ['galler', 'galleries'],
  ['rollout', 'versions'],
  ['repair', 'versions'],
] as const

const typesOfProperties: Readonly<Record<string, string>> = {
  imageDefinitionId: 'images',
  imageVersionId: 'versions',
  diskEncryptionSetId: 'diskEncryptionSets',
  galleryId: 'galleries',
  sourceVaultId: 'vaults',
  vaultId: 'vaults',
}

/** The ids of each list by their type, since an estate has ten thousand. Keys have versions too. */
const idsByType = new WeakMap<readonly string[], ReadonlyMap<string | undefined, readonly string[]>>()

/** The ids of that type alone, if there are any. */
function idsOf({ ids }: Known, type: string | undefined): readonly string[] {
  const byType = idsByType.get(ids) ?? Map.groupBy(ids, (id) => (id.includes('/keys/') ? '' : id.split('/').at(-2)))
  idsByType.set(ids, byType)
  return byType.get(type) ?? ids
}

const schemas = new Map<z.ZodMiniType, Schema>()

function schemaOf(request: z.ZodMiniType): Schema {
  const schema =
    schemas.get(request) ?? z.toJSONSchema(request, { io: 'input', unrepresentable: 'any', reused: 'inline' })
  schemas.set(request, schema)
  return schema
}

interface Place {
  schema: Schema | boolean
  known: Known
  /** of the resources that it is about, `versions` */
  type: string | undefined
  /** of the property */
  name: string
}

function ofSchema(random: Random, { schema, known, type, name }: Place): Json {
  if (typeof schema === 'boolean') return anyJson(random)
  const inner = (each: Schema | boolean, as = name) => ofSchema(random, { schema: each, known, type, name: as })
  if (schema.const !== undefined) return schema.const
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return choices.length === 0 ? null : inner(choices[random.below(choices.length)] ?? true)
  if (schema.enum) return schema.enum[random.below(schema.enum.length)] ?? null
  const items = schema.items === undefined || Array.isArray(schema.items) ? true : schema.items
  const kind = Array.isArray(schema.type) ? schema.type[random.below(schema.type.length)] : schema.type
  switch (kind) {
    case 'object':
      return objectOf(random, { schema, known, type, name })
    case 'array':
      return random.list(Math.min(3, schema.maxItems ?? 3), () => inner(items))
    case 'integer':
    case 'number':
      return random.one([0, 1, 2, 5, 30, schema.minimum ?? 0, Math.min(schema.maximum ?? 100, 1e6)])
    case 'boolean':
      return random.rarely(2)
    case 'null':
      return null
    case 'string':
      return textFor(random, name, { known, type })
    default:
      return anyJson(random)
  }
}

function objectOf(random: Random, { schema, known, type }: Place): Json {
  if (typeof schema === 'boolean') return {}
  const required = new Set(schema.required)
  const named = Object.entries(schema.properties ?? {})
    .filter(([name]) => required.has(name) || random.rarely(2))
    .map(([name, each]): [string, Json] => [name, ofSchema(random, { schema: each, known, type, name })])
  const made = Object.fromEntries(named)
  const fingerprint = typeof made['id'] === 'string' ? known.fingerprints.get(made['id']) : undefined
  if ('fingerprint' in made && fingerprint !== undefined) made['fingerprint'] = fingerprint
  const { additionalProperties } = schema
  if (typeof additionalProperties !== 'object') return made
  const more = random.list(3, (): [string, Json] => [
    random.rarely(4) ? hostileText(random) : random.one(regions),
    ofSchema(random, { schema: additionalProperties, known, type, name: '' }),
  ])
  return { ...made, ...Object.fromEntries(more) }
}

/** What a property with that name would contain: an ID of something, a region, a date … */
function textFor(random: Random, name: string, { known, type }: Pick<Place, 'known' | 'type'>): string {
  if (/subscriptionId/i.test(name)) return oneOf(random, known.subscriptionIds)
  if (/resourceGroup/i.test(name)) return 'myResourceGroup'
  if (/(^|[a-z])ids?$/i.test(name)) return oneOf(random, idsOf(known, typesOfProperties[name] ?? type))
  if (/location|region/i.test(name)) return random.one(regions)
  if (/date|At$/i.test(name)) return random.one(['2027-01-01', '2027-01-01T00:00:00Z', ''])
  if (/ur[il]$/i.test(name)) return random.one(['https://kv-contoso-wus.vault.azure.net/keys/images-key-1/0123', ''])
  const plausible = random.rarely(3) ? oneOf(random, known.ids).replace(/.*\//, '') : random.one(texts)
  return random.rarely(8) ? changedText(random, plausible) : plausible
}

function oneOf(random: Random, items: readonly string[]): string {
  return items[random.below(items.length)] ?? ''
}
