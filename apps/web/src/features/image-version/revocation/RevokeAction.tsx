import { useRevocationTexts } from '../../../i18n/revocation/use-revocation-texts.ts'
import { RevocationButton } from './RevocationButton.tsx'

interface RevokeActionProps {
  /** of the version */
  id: string
  isRevoked: boolean
}

/**
 * The button that revokes a version; a revoked one has others, in its message. It is there from the beginning, so that
 * nothing moves when the version has been read.
 */
export function RevokeAction({ id, isRevoked }: RevokeActionProps) {
  const t = useRevocationTexts()
  return (
    <RevocationButton id={id} act="revoke" disabledFocusable={isRevoked}>
      {t.open}
    </RevocationButton>
  )
}
