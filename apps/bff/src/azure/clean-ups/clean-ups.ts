import {
  formatResourceId,
  InvalidResourceId,
  parseDefinitionId,
  parseGalleryId,
  parseResourceIdOf,
  parseVersionId,
  resourceGroupId,
  type ResourceId,
  sameResourceId,
} from '@portal/arm'
import '../campaigns/survey-campaign.ts'
import { statementTemplate } from '@portal/campaign'
import { definitionIdOf, revocationOf, storedVersion, type StoredVersion } from '@portal/image-version'
import type {
  CleanUpAnswer,
  CleanUpPreview,
  CleanUpState,
  cleanUpVersion as endpoint,
  listCleanUps as listEndpoint,
  previewCleanUp as previewEndpoint,
  RequestOf,
  ResponseOf,
} from '@portal/portal-api'
import {
  type CleanUp,
  cleanUpFault,
  cleanUpId,
  cleanUpPrefix,
  cleanUp as cleanUpSchema,
  decisions,
  galleryIdOf,
  isCleanUpName,
  noChange,
  successorOfRevoked,
  versionFingerprint,
  versionsOfCleanUp,
} from '@portal/version-update'
import * as z from 'zod/mini'
import { RequestRefused } from '../../refusals/request-refused.ts'
import { StatementRefused } from '../../refusals/statement-refused.ts'
import type { Azure, AzureSession } from '../arm/clients.ts'
import { allOf, ifThere, unlessHidden } from '../arm/sdk-answers.ts'
import { defined } from '../arm/wire-facts.ts'
import {
  type ArmDeployment,
  deploymentIdOf,
  deploymentType,
  getDeployment,
  listDeployments,
  startedAt,
} from '../deployments/deployments.ts'
import { assertSecondPerson, isStatedByOthers, statementWrites } from '../deployments/second-person.ts'
import { sendDeployment } from '../deployments/start-deployment.ts'
import type { KeyReader } from '../disk-encryption-sets/keys/key-reader.ts'
import { deleteGalleryResource } from '../galleries/gallery-deletions.ts'
import { imageVersionsOf, readStoredVersion, withoutNulls } from '../galleries/stored-version.ts'
import { revokeImageVersion } from '../image-versions/revoke-image-version.ts'
import { updateImageVersion } from '../image-versions/update-image-version.ts'
import { listLocks, setLock } from '../subscriptions/locks.ts'
import { parseRetentionScope, retentionFacts, type UnseenSubscriptions } from './retention-facts.ts'

/** What a rule would do now with the versions of a definition, a gallery or all galleries of a subscription. */
export async function previewCleanUp(
  session: AzureSession,
  { scopeId, rule, action }: RequestOf<typeof previewEndpoint>,
  unseen: UnseenSubscriptions,
): Promise<CleanUpPreview> {
  const facts = await retentionFacts(session, parseRetentionScope(scopeId), unseen)
  const decided = decisions(rule, action, facts)
  const policies = facts.versions.map(({ id, softDeletePolicy }) => [galleryIdOf(id), softDeletePolicy] as const)
  return {
    asOf: facts.now,
    unseen: [...new Set(facts.versions.flatMap((one) => one.unseen))],
    galleries: [...new Map(policies)].map(([id, softDeletePolicy]) => ({ id, ...defined({ softDeletePolicy }) })),
    decisions: decided.map(({ version, reasons }) => {
      const { id, provisioningState, regions, publishedDate, sizeInGB } = version
      return {
        version: {
          id,
          provisioningState,
          regions,
          ...(publishedDate !== undefined && { publishedDate }),
          ...(sizeInGB !== undefined && { sizeInGB }),
        },
        reasons,
      }
    }),
  }
}

const anHour = 3_600_000

/**
 * States a clean-up and returns the ID of its deployment. A repeated call finds the first one; an old one is stated
 * again, because it isn't about versions that were created since.
 */
export async function startCleanUp(azure: Azure, asked: CleanUp): Promise<string> {
  const checked = cleanUpFault(asked)
  if ('fault' in checked) throw new RequestRefused('InvalidRequest', `Not as expected: ${checked.fault}`)
  const identifier = await cleanUpId(asked)
  const id = deploymentIdOf(checked.group, `${cleanUpPrefix}${identifier}`)
  const found = await ifThere(getDeployment(azure, id))
  const content = found && contentOf(found)
  const isRecent = found !== undefined && Date.parse(azure.now()) - startedAt(found) < anHour
  if (!isRecent || content === undefined || (await cleanUpId(content)) !== identifier)
    await sendDeployment(azure, id, {
      properties: {
        mode: 'Incremental',
        template: statementTemplate('cleanUp', 'Which versions go, by which rule'),
        parameters: { cleanUp: { value: asked } },
      },
    })
  return id
}

const statement = z.object({ cleanUp: z.object({ value: cleanUpSchema }) })

function contentOf({ properties }: ArmDeployment): CleanUp | undefined {
  return z.safeParse(statement, properties.parameters).data?.cleanUp.value
}

/** The parts of the ID of a deployment that states a clean-up. Throws `InvalidResourceId` for any other. */
function parseCleanUpId(id: string): ResourceId {
  const deployment = parseResourceIdOf(deploymentType, id)
  if (!isCleanUpName(deployment.names[0] ?? ''))
    throw new InvalidResourceId(id, 'it is not the id of a deployment that states a clean-up')
  return deployment
}

/** A clean-up that Azure keeps, with the deployment that states it. */
interface StatedCleanUp {
  cleanUp: CleanUp
  deployment: ResourceId
  /** ISO 8601 */
  startedAt: string
}

/** As somebody else's word: the content must be that of its ID, and of its own resource group. */
async function statedIn(deployment: ResourceId, found: ArmDeployment): Promise<StatedCleanUp> {
  const cleanUp = contentOf(found)
  if (cleanUp === undefined) throw new StatementRefused('The deployment states no clean-up')
  if (`${cleanUpPrefix}${await cleanUpId(cleanUp)}` !== deployment.names[0])
    throw new StatementRefused('The content is not that of the ID')
  const checked = cleanUpFault(cleanUp)
  if ('fault' in checked) throw new StatementRefused(checked.fault)
  if (!sameResourceId(resourceGroupId(checked.group), resourceGroupId(deployment)))
    throw new StatementRefused('The versions are not of the resource group of the statement')
  return { cleanUp, deployment, startedAt: new Date(startedAt(found)).toISOString() }
}

async function readCleanUp(azure: Azure, id: string): Promise<StatedCleanUp> {
  const deployment = parseCleanUpId(id)
  return statedIn(deployment, await getDeployment(azure, formatResourceId(deployment)))
}

const version = z.pipe(z.transform(withoutNulls), storedVersion)

/** A clean-up, and what became of each of its versions, read from ARM: nothing of it is remembered by the portal. */
export async function getCleanUp(
  session: AzureSession,
  id: string,
  { deletionsNeedSecondPerson }: { deletionsNeedSecondPerson: boolean },
): Promise<CleanUpAnswer> {
  const { azure } = session
  const stated = await readCleanUp(azure, id)
  const { cleanUp } = stated
  const [writes, ...lists] = await Promise.all([
    statementWrites(session, stated.deployment),
    ...cleanUp.definitions.map(async (definition) => {
      const parsed = parseDefinitionId(definition.id)
      return (await ifThere(allOf(version, imageVersionsOf(azure, parsed)))) ?? []
    }),
  ])
  const locks = cleanUp.action === 'lock' && (await unlessHidden(listLocks(azure, resourceGroupId(stated.deployment))))
  const locked = locks ? new Set(locks.map(({ scope }) => scope.toLowerCase())) : undefined
  const found = new Map(lists.flat().map((one) => [one.id.toLowerCase(), one]))
  return {
    cleanUp,
    startedAt: stated.startedAt,
    states: versionsOfCleanUp(cleanUp).map((each) =>
      locked?.has(each.toLowerCase()) === true ? 'Done' : stateOf(cleanUp, found.get(each.toLowerCase())),
    ),
    ...(writes && { writes }),
    needsSecondPerson: cleanUp.action === 'delete' && deletionsNeedSecondPerson && !isStatedByOthers(writes),
  }
}

function stateOf({ action }: CleanUp, found: StoredVersion | undefined): CleanUpState {
  if (found === undefined) return 'Done'
  const { provisioningState, publishingProfile } = found.properties
  if (provisioningState === 'Deleting') return action === 'delete' ? 'UnderWay' : 'Done'
  const isRevoked = action === 'revoke' && revocationOf(found) !== undefined
  const isExcluded = publishingProfile.excludeFromLatest === true
  if (!isRevoked && !(action === 'exclude' && isExcluded) && !(action === 'include' && !isExcluded)) return 'Open'
  return provisioningState === 'Updating' ? 'UnderWay' : 'Done'
}

const mostListed = 20

/** The clean-ups of a gallery's resource group; what somebody else wrote under such a name is left out. */
export async function listCleanUps(azure: Azure, galleryId: string): Promise<ResponseOf<typeof listEndpoint>> {
  const gallery = parseGalleryId(galleryId)
  const all = (await unlessHidden(listDeployments(azure, gallery))) ?? []
  const ours = all.filter(({ name }) => isCleanUpName(name))
  const stated = await Promise.all(
    ours.map(async (found) => statedIn(parseCleanUpId(found.id), found).catch(() => undefined)),
  )
  return stated
    .filter((one) => one !== undefined)
    .filter(({ cleanUp }) =>
      cleanUp.definitions.some(({ id }) => `${id}/`.toLowerCase().startsWith(`${galleryId}/`.toLowerCase())),
    )
    .slice(0, mostListed)
    .map(({ cleanUp, deployment, startedAt: begun }) => ({
      id: formatResourceId(deployment),
      startedAt: begun,
      action: cleanUp.action,
      versions: versionsOfCleanUp(cleanUp).length,
    }))
}

/**
 * Does to one version what its clean-up asks for, after the rule has decided on the facts of now. Throws
 * `SecondPersonRequired` where the operator asks for one, what Azure refuses, and as `updateImageVersion` does.
 */
export async function cleanUpVersion(
  session: AzureSession,
  { id, item }: RequestOf<typeof endpoint>,
  {
    keys,
    unseen,
    deletionsNeedSecondPerson,
  }: { keys: KeyReader; unseen: UnseenSubscriptions; deletionsNeedSecondPerson: boolean },
): Promise<ResponseOf<typeof endpoint>> {
  const { azure } = session
  const stated = await readCleanUp(azure, id)
  const { rule, action, reason } = stated.cleanUp
  const asked = versionsOfCleanUp(stated.cleanUp)[item]
  if (asked === undefined)
    throw new RequestRefused('InvalidRequest', 'Not as expected: the clean-up has no such version')
  if (action === 'delete' && deletionsNeedSecondPerson) await assertSecondPerson(session, stated.deployment)
  const versionId = parseVersionId(asked)
  const facts = await retentionFacts(session, parseRetentionScope(definitionIdOf(asked)), unseen)
  const decided = decisions(rule, action, facts).find((each) => sameResourceId(each.version.id, asked))
  if (decided === undefined || decided.version.provisioningState === 'Deleting') return { state: 'Done' }
  const { publishedDate = '' } = decided.version
  // Another version under the number of one that is gone: whoever stated the clean-up has never seen it.
  if (Date.parse(publishedDate) > Date.parse(stated.startedAt))
    return { state: 'Kept', reasons: [{ code: 'Newer', about: [publishedDate] }] }
  const reasons = decided.reasons.filter(({ code }) => code !== 'NothingToChange')
  if (reasons.length > 0) return { state: 'Kept', reasons }
  if (decided.reasons.length > 0) return { state: 'Done' }
  if (action === 'delete') await deleteGalleryResource(azure, versionId)
  else if (action === 'lock') await setLock(azure, versionId, { level: 'CanNotDelete', notes: reason })
  else {
    const fingerprint = await versionFingerprint(await readStoredVersion(azure, versionId))
    const replacementId = successorOfRevoked(decided.version, facts.versions) ?? ''
    if (action !== 'revoke')
      await updateImageVersion(
        session,
        { id: versionId, change: { ...noChange(), excludeFromLatest: action === 'exclude' }, fingerprint },
        keys,
      )
    else
      await revokeImageVersion(
        session,
        { id: versionId, fingerprint, revocation: { reason, replacementId, endOfLifeDate: '' } },
        keys,
      )
  }
  return { state: 'Done' }
}
