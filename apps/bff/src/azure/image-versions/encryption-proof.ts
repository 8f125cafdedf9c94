import { hash } from 'node:crypto'
import { type ResourceId, tryParseResourceId } from '@portal/arm'
import { type EncryptionProof, proofOfEncryption } from '@portal/code'
import { imageVersionApiVersion, setsOfDisks } from '@portal/image-version'
import * as z from 'zod/mini'
import type { Caller } from '../../auth/caller.ts'
import type { ArmCall } from '../../telemetry/trace.ts'
import type { Azure } from '../arm/clients.ts'
import { unlessHidden } from '../arm/sdk-answers.ts'
import { readDiskEncryptionSet, readDiskEncryptionSets } from '../disk-encryption-sets/disk-encryption-sets.ts'
import { getVersionAndSource } from './image-versions.ts'

interface Reader {
  azure: Azure
  caller: Pick<Caller, 'tid' | 'oid'>
  /** to Azure during this request, as they end */
  calls: readonly ArmCall[]
  /** of the portal in the browser */
  origin: string
}

/**
 * What encrypts a version now, read from ARM: the version with its replication, and the keys of its sets as far as the
 * caller can read them. A set that is hidden or gone has an unknown key; any other failure is thrown, because a proof
 * that lacks what Azure did not answer in time would say less than what is so.
 */
export async function readEncryptionProof(
  { azure, caller, calls, origin }: Reader,
  id: ResourceId,
): Promise<EncryptionProof> {
  const { version, json } = await getVersionAndSource(azure, id)
  const setIds = setsOfDisks(version).flatMap(({ diskEncryptionSetIds }) => diskEncryptionSetIds)
  return proofOfEncryption({
    version,
    keyUrls: await keyUrlsOf(azure, setIds),
    sha256: hash('sha256', canonical(withoutReplication(json))),
    apiVersion: imageVersionApiVersion,
    origin,
    readAt: version.asOf,
    reader: { tenantId: caller.tid, objectId: caller.oid },
    requests: calls
      .filter(({ status }) => status === 200)
      .map(({ requestId, azureCorrelationId: correlationId }) => ({
        ...(requestId && { requestId }),
        ...(correlationId && { correlationId }),
      })),
  })
}

// One call for each subscription. Whoever may only read some of its sets may not list them.
async function keyUrlsOf(azure: Azure, setIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const ids = new Map(setIds.map((id) => [id.toLowerCase(), tryParseResourceId(id)]))
  const parsed = [...ids.values()].filter((id) => id !== undefined)
  const bySubscription = Map.groupBy(parsed, ({ subscriptionId }) => subscriptionId.toLowerCase())
  const sets = await Promise.all(
    [...bySubscription].map(async ([subscriptionId, wanted]) => {
      const listed = await unlessHidden(readDiskEncryptionSets(azure, subscriptionId))
      return listed ?? Promise.all(wanted.map((id) => unlessHidden(readDiskEncryptionSet(azure, id))))
    }),
  )
  const found = sets.flat().filter((set) => set !== undefined)
  return new Map(found.flatMap(({ id, activeKey }) => (activeKey ? [[id.toLowerCase(), activeKey.keyUrl]] : [])))
}

const answer = z.looseObject({ properties: z.looseObject({ replicationStatus: z.unknown() }) })

// It changes by itself until every region has its copy.
function withoutReplication(json: unknown): unknown {
  const { properties, ...rest } = z.parse(answer, json)
  const { replicationStatus: _, ...others } = properties
  return { ...rest, properties: others }
}

/** JSON in one line with the names of each object in order, as `jq --compact-output --sort-keys` writes it. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = Object.entries(value).toSorted(([one], [other]) =>
    Buffer.compare(Buffer.from(one), Buffer.from(other)),
  )
  return `{${entries.map(([name, part]) => `${JSON.stringify(name)}:${canonical(part)}`).join(',')}}`
}
