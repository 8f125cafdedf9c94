// @vitest-environment happy-dom
import { FluentProvider, webLightTheme } from '@fluentui/react-components'
import type { ImageVersionUseCount } from '@portal/portal-api'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { imageVersionUseCountsQuery } from '../../api/image-version-reads.ts'
import { SignedInContext, type SignedIn } from '../../auth/use-authentication.ts'
import { UsesBefore } from './UsesBefore.tsx'

const id =
  '/subscriptions/00000000-0000-4000-8000-000000000001/resourceGroups/g/providers/Microsoft.Compute/galleries/a/images/b/versions/1.0.0'
const user = { account: { key: 'ada', username: 'ada@contoso.example', name: 'Ada' } } as SignedIn

afterEach(cleanup)

/** Before a version is excluded, with what the server has answered; without it, no server can be reached. */
function open(counts?: ImageVersionUseCount[]) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: Infinity } } })
  if (counts) client.setQueryData(imageVersionUseCountsQuery(user, { imageVersionId: id }).queryKey, counts)
  render(
    <FluentProvider theme={webLightTheme}>
      <QueryClientProvider client={client}>
        <SignedInContext value={user}>
          <UsesBefore imageVersionId={id} change="exclusion" />
        </SignedInContext>
      </QueryClientProvider>
    </FluentProvider>,
  )
}

it('says that it is not known what was created from the version, and offers to read it again', async () => {
  open()
  expect(await screen.findByText(/Azure didn’t return what was created from this version/)).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Try again' })).toBeTruthy()
})

it('says that nothing was created from it, and names the scale sets that follow the latest version', () => {
  open([
    {
      kind: 'scaleSet',
      location: 'westus',
      isOutdated: false,
      isOfVersion: false,
      count: 1,
      instances: 0,
      examples: ['/x/following-set'],
      upgraded: ['/x/following-set'],
    },
  ])
  expect(screen.getByText(/No virtual machines, scale sets, or disks that you can view/)).toBeTruthy()
  expect(screen.getByText(/following-set\. Azure doesn’t upgrade them/)).toBeTruthy()
})
