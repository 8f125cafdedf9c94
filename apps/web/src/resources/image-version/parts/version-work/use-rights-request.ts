import { useQuery } from '@tanstack/react-query'
import { imageVersionPermissionsQuery } from '../../../../api/image-version-reads.ts'
import { useSignedIn } from '../../../../auth/use-authentication.ts'
import { useImageVersionTexts } from '../../texts/use-image-version-texts.ts'
import { rightsRequest } from './rights-request.ts'

/** A request for the permissions that the user lacks to change a version step by step; undefined if none is missing. */
export function useRightsRequest(imageVersionId: string | undefined): string | undefined {
  const { permissions: texts } = useImageVersionTexts()
  const user = useSignedIn()
  const { data = [] } = useQuery({
    ...imageVersionPermissionsQuery(user, { id: imageVersionId ?? '' }),
    enabled: imageVersionId !== undefined,
  })
  const lacking = data.filter(
    ({ act, permission }) => (act === 'update' || act === 'repair') && permission === 'forbidden',
  )
  return lacking.length === 0 ? undefined : rightsRequest(lacking, texts)
}
