import { textAt } from '../../../json.ts'
import type { StoredResource } from '../../../store/store.ts'
import { bodyReader } from '../../body-reader.ts'
import { pathOf, requestedResource } from '../../collections.ts'
import { missingParameter } from '../../errors.ts'
import { guidOf } from '../../guid.ts'
import { durationOf, startOperation } from '../../operations.ts'
import { operation, type ArmOperation, type ArmRequest } from '../../request.ts'
import { assertIdle } from '../../writing.ts'

/**
 * Opens a disk or a snapshot for download, and closes it again:
 * https://learn.microsoft.com/rest/api/compute/disks/grant-access
 */
export function diskAccessOperations(type: string): ArmOperation[] {
  return [
    operation(`POST ${pathOf(type)}/beginGetAccess`, `${type}/beginGetAccess/action`, (request) => {
      const sent = bodyReader(request.body)
      if (sent.text('access') === undefined || sent.integer('durationInSeconds') === undefined)
        throw missingParameter('grantAccessData')
      const opened = changed(request, type, 'ActiveSAS')
      const output = { accessSAS: accessOf(opened, request) }
      return { status: 202, headers: startOperation(request, { family: 'DiskOperations', output }, opened) }
    }),
    operation(`POST ${pathOf(type)}/endGetAccess`, `${type}/endGetAccess/action`, (request) => {
      const { envelope } = requestedResource(request, type)
      const closed = changed(request, type, textAt(envelope, 'managedBy') === undefined ? 'Unattached' : 'Attached')
      return { status: 202, headers: startOperation(request, 'DiskOperations', closed) }
    }),
  ]
}

function changed(request: ArmRequest, type: string, diskState: string): StoredResource {
  const stored = requestedResource(request, type)
  assertIdle(request, stored)
  const startedAt = request.clock.now()
  const resource: StoredResource = {
    ...stored,
    properties: { ...stored.properties, diskState },
    change: { state: 'Updating', startedAt, endsAt: startedAt + durationOf.diskPut },
  }
  request.tenant.store.put(resource)
  return resource
}

// Nothing is behind this address: the simulator keeps no bytes of disks.
function accessOf({ id }: StoredResource, request: ArmRequest): string {
  const [account = '', , , container = ''] = guidOf(`access ${id} ${request.clock.now()}`).split('-')
  return `https://md-${account}.z1.blob.storage.azure.net/${container}/abcd?sv=2018-03-28&sr=b&si=${guidOf(id)}&sig=made-up`
}
