import { failedRegions, isSettled, overallProgress } from '@portal/image-version'
import type { ImageVersion } from '@portal/portal-api'
import { useEffect, useRef, useState } from 'react'
import { useFormats } from '../../../../i18n/formats.ts'
import { useTexts } from '../../../../i18n/language.ts'
import { ReadOutOnly } from '../../../../ui/ReadOutOnly.tsx'

/** Minimum time between announcements to a screen reader. */
const announceEveryMs = 10_000

interface Props {
  version: ImageVersion
  /** milliseconds of a monotonic clock; tests use their own */
  now?: () => number
}

/**
 * Announces the replication to a screen reader: politely during progress, at once when it ends while the page is open.
 */
export function ReplicationAnnouncer({ version, now = () => performance.now() }: Props) {
  const { imageVersion } = useTexts()
  const { percent } = useFormats()
  const settled = isSettled(version.provisioningState, version.targetRegions)
  const progress = imageVersion.announceProgress(percent(overallProgress(version.targetRegions)))
  const [polite, setPolite] = useState('')
  const [wasRunning] = useState(!settled)
  const saidAt = useRef(-Infinity)
  useEffect(() => {
    if (settled || now() - saidAt.current < announceEveryMs) return
    saidAt.current = now()
    setPolite(progress)
  }, [settled, progress, now])

  const hasFailed = version.provisioningState === 'Failed' || failedRegions(version.targetRegions).length > 0
  const result = hasFailed ? imageVersion.announceFailed : imageVersion.announceSucceeded
  return (
    <ReadOutOnly>
      <div role="status">{settled ? '' : polite}</div>
      <div role="alert">{settled && wasRunning ? result : ''}</div>
    </ReadOutOnly>
  )
}
