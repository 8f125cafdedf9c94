import { Suspense } from 'react'
import { lazyWithQueries } from '../../api/answers/with-queries.ts'
import { useAuthentication } from '../../auth/use-authentication.ts'

// What only signed-in users see is not in the code of the first page.
const SearchButton = lazyWithQueries(() => import('../signed-in-parts.ts').then((part) => part.SearchButton))

/** The search, once it is known who is signed in. */
export function LazySearchButton() {
  const authentication = useAuthentication()
  if (authentication.status !== 'signedIn') return null
  const { account } = authentication
  return (
    <Suspense fallback={null}>
      <SearchButton key={account.key} account={account} />
    </Suspense>
  )
}
