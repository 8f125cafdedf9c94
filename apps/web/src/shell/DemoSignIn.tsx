import { useEffect } from 'react'
import { signIn } from '../auth/authentication.ts'
import { LoadingPage } from './LoadingPage.tsx'

// The scenario then goes on as the person who can show it.
const firstPerson = 'ada@contoso.example'

/** Signs in who opens the link of a scenario, at that link and without a question. */
export function DemoSignIn() {
  useEffect(() => void signIn({ loginHint: firstPerson }), [])
  return <LoadingPage />
}
