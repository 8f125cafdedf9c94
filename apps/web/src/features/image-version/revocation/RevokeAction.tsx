import type { ImageVersion } from '@portal/portal-api'
import { useRevocationTexts } from '../../../i18n/revocation/use-revocation-texts.ts'
import { RevocationButton } from './RevocationButton.tsx'

/** The button that revokes a version; a revoked one has others, in its message. */
export function RevokeAction({ version }: { version: ImageVersion | undefined }) {
  const t = useRevocationTexts()
  if (version === undefined || version.revocation !== undefined) return null
  return (
    <RevocationButton id={version.id} act="revoke">
      {t.open}
    </RevocationButton>
  )
}
