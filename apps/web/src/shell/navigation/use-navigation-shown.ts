import { hasSignInBegun } from '../../auth/msal-configuration.ts'
import { useAuthentication } from '../../auth/use-authentication.ts'

/**
 * Whether the navigation has its place: somebody is signed in, or is expected to be while MSAL has not said yet, so
 * that nothing moves when it says so.
 */
export function useNavigationShown(): boolean {
  const { status } = useAuthentication()
  return status === 'signedIn' || (status === 'starting' && hasSignInBegun())
}
