import type { ImageVersionAct, ImageVersionPermission } from '@portal/portal-api'
import { imageVersionPermissionsQuery } from '../../../../api/image-version-reads.ts'
import { useRead } from '../../../../api/use-read.ts'
import { type ImageVersionTexts, useImageVersionTexts } from '../../texts/version-page-texts.ts'

/** A request to send to an administrator for the missing permissions, each with an Azure role that includes it. */
export function rightsRequest(lacking: ImageVersionPermission[], t: ImageVersionTexts['permissions']): string {
  return t.request(lacking.map(t.requestLine).join('\n\n'))
}

/**
 * A request for the permissions on a version that the user lacks for `acts`, by default those of a change step by step;
 * undefined if none is missing.
 */
export function useRightsRequest(
  imageVersionId: string | undefined,
  acts: readonly ImageVersionAct[] = ['update', 'repair'],
): string | undefined {
  const { permissions: texts } = useImageVersionTexts()
  const { data = [] } = useRead(
    imageVersionPermissionsQuery,
    { id: imageVersionId ?? '' },
    { enabled: imageVersionId !== undefined },
  )
  const lacking = data.filter(({ act, permission }) => acts.includes(act) && permission === 'forbidden')
  return lacking.length === 0 ? undefined : rightsRequest(lacking, texts)
}
