import {
  parentResourceId,
  formatResourceId,
  tryParseResourceId,
  type OperationOutcome,
  type UnderWayItem,
} from '@portal/portal-api'
import { galleryPath, imageDefinitionPath, paths } from '../../paths.ts'
import { itemName, itemPath } from '../../patterns/page/item-place.ts'
import { galleryOf } from '../../patterns/resource/resource-names.ts'
import type { Notice } from './notice.ts'
import type { EndedOperation, NotificationsTexts } from './notifications-texts.ts'

/** How an operation ended, for its icon and how urgently it is announced. */
export type NoticeIntent = 'success' | 'error' | 'warning' | 'info'

/** A notice in words. */
export interface NoticeTexts {
  intent: NoticeIntent
  title: string
  /** what failed, in Azure's words */
  details: string[]
  /** the page about it */
  href: string
}

const operations: Record<string, EndedOperation> = {
  Creating: 'created',
  Updating: 'updated',
  Deleting: 'deleted',
  Migrating: 'moved',
}

const mostFailures = 2

/** What a notice says: only what Azure has shown. `number` writes a number in the language of `t`. */
export function noticeTexts(
  { item, outcome, versions = 1 }: Pick<Notice, 'item' | 'outcome' | 'versions'>,
  t: NotificationsTexts,
  number: (value: number) => string,
): NoticeTexts {
  const operation = operationOf(item)
  const version = tryParseResourceId(item.id)
  const gallery = versions > 1 && version !== undefined ? galleryOf(version) : undefined
  const name = gallery === undefined ? nameOf(item, t) : t.versionsIn(number(versions), gallery.name)
  const isDeleted = operation === 'deleted' && outcome.state === 'gone'
  const href = gallery ? galleryPath(gallery.id) : isDeleted ? parentPath(item) : itemPath(item)
  const { failures } = outcome
  const details = [
    ...failures
      .slice(0, mostFailures)
      .map(({ region, message = '' }) => (region === undefined ? message : t.failedRegion(region, message))),
    ...(failures.length > mostFailures ? [t.moreFailures(number(failures.length - mostFailures))] : []),
  ]
  const [intent, title] = isDeleted
    ? (['success', t.succeeded.deleted(name)] as const)
    : endOf(outcome.state, operation, { t, name })
  return { intent, title, details, href }
}

function endOf(
  state: OperationOutcome['state'],
  operation: EndedOperation,
  { t, name }: { t: NotificationsTexts; name: string },
): [NoticeIntent, string] {
  switch (state) {
    case 'failed':
      return ['error', t.failed[operation](name)]
    case 'canceled':
      return ['warning', t.canceled[operation](name)]
    case 'succeeded':
      // What was being deleted and is still there has not been deleted.
      return operation === 'deleted' ? ['info', t.gone(name)] : ['success', t.succeeded[operation](name)]
    case 'gone':
    case 'inProgress':
      return ['info', t.gone(name)]
  }
}

function nameOf(item: UnderWayItem, t: NotificationsTexts): string {
  const name = itemName(item)
  if (item.kind === 'campaign') return t.campaign(name)
  return item.kind === 'preparation' ? t.setsIn(name) : name
}

function operationOf({ kind, state }: UnderWayItem): EndedOperation {
  switch (kind) {
    case 'preparation':
    case 'machineDeployment':
      return 'created'
    case 'versionWork':
      return 'updated'
    case 'campaign':
      return 'completed'
    default:
      return operations[state] ?? 'updated'
  }
}

/** Where a deleted resource was. */
function parentPath({ id, kind }: UnderWayItem): string {
  const resource = tryParseResourceId(id)
  const parent = resource && parentResourceId(resource)
  if (kind === 'imageVersion' && parent) return imageDefinitionPath(formatResourceId(parent))
  return kind === 'virtualMachine' ? paths.virtualMachines : paths.diskEncryptionSets
}
