import { makeStyles, tokens } from '@fluentui/react-components'
import { lazy, Suspense, useState } from 'react'
import { useDirectoriesTexts } from '../patterns/directory/directories-texts.ts'

// The landing page is on screen before any form.
const SignInToDirectory = lazy(() =>
  import('../patterns/directory/SignInToDirectory.tsx').then((part) => ({ default: part.SignInToDirectory })),
)

const useStyles = makeStyles({
  summary: { cursor: 'pointer', width: 'fit-content', marginBottom: '12px', color: tokens.colorNeutralForeground2 },
})

/**
 * The sign-in for guests of a portal with several directories. Their home directory might not know the portal, and
 * Entra ID then blocks them there.
 */
export function GuestSignIn() {
  const styles = useStyles()
  const t = useDirectoriesTexts()
  const [isOpen, setOpen] = useState(false)
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary className={styles.summary}>{t.asGuest}</summary>
      {isOpen && (
        <Suspense fallback={null}>
          <SignInToDirectory />
        </Suspense>
      )}
    </details>
  )
}
