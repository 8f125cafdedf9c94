import { durationOf } from '../../operations.ts'
import { diskLikeOperations } from './disk-like.ts'

/** https://learn.microsoft.com/rest/api/compute/snapshots */
export const snapshots = diskLikeOperations({
  type: 'Microsoft.Compute/snapshots',
  milliseconds: durationOf.snapshotPut,
  settled: {
    networkAccessPolicy: 'AllowAll',
    publicNetworkAccess: 'Enabled',
    diskState: 'Unattached',
    incremental: false,
  },
})
