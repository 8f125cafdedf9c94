import { textAt } from '../../../json.ts'
import { ArmRefusal } from '../../errors.ts'
import { durationOf } from '../../operations.ts'
import { diskLikeOperations } from './disk-like.ts'

/** https://learn.microsoft.com/rest/api/compute/disks */
export const disks = diskLikeOperations({
  type: 'Microsoft.Compute/disks',
  milliseconds: durationOf.diskPut,
  settled: { networkAccessPolicy: 'AllowAll', publicNetworkAccess: 'Enabled', diskState: 'Unattached' },
  assertDeletable(request, disk) {
    const virtualMachine = textAt(disk.envelope, 'managedBy')
    if (virtualMachine !== undefined && request.tenant.store.get(virtualMachine) !== undefined)
      throw new ArmRefusal(409, {
        code: 'OperationNotAllowed',
        message: `Disk ${disk.name} is attached to VM ${virtualMachine}.`,
      })
  },
})
