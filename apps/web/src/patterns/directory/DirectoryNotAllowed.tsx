import { Button, Text } from '@fluentui/react-components'
import { lazy, Suspense } from 'react'
import { signIn } from '../../auth/authentication.ts'
import { useTexts } from '../../i18n/language.ts'

// For the few who see it.
const SignInToDirectory = lazy(() =>
  import('./SignInToDirectory.tsx').then((part) => ({ default: part.SignInToDirectory })),
)

/**
 * Options for a user from a directory that the portal does not support: sign in as a guest, or with another account.
 */
export function DirectoryNotAllowed() {
  const { problems, shell } = useTexts()
  return (
    <>
      <Text>{problems.DirectoryNotAllowed.advice}</Text>
      <Suspense fallback={null}>
        <SignInToDirectory>
          <Button onClick={() => void signIn({ pickAccount: true })}>{shell.addAccount}</Button>
        </SignInToDirectory>
      </Suspense>
    </>
  )
}
