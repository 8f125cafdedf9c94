import type { ImpactList } from '@portal/disk-encryption'
import type { StateLook } from '../../../ui/StateLabel.tsx'

/** How each list of a forecast is marked, beside its name. */
export const listLooks: Record<ImpactList, StateLook> = {
  stops: 'failed',
  failsAtStart: 'warning',
  cannotCreate: 'warning',
  goesOn: 'done',
  unknown: 'unknown',
}
