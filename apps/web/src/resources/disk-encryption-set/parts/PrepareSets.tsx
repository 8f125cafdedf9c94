import { lazy } from 'react'

/** The preparation of disk encryption sets, whose code comes when some are missing. */
export const PrepareSets = lazy(() =>
  import('./prepare/PrepareDiskEncryptionSets.tsx').then((part) => ({ default: part.PrepareDiskEncryptionSets })),
)
