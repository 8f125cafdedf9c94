import type { Page } from '@playwright/test'
import { compute, expect, signIn, type Portal } from './portal.ts'

/** Ada's wizard with version 1.1.1, which begins as 1.1.0 is: Create is all that is left. */
export async function readyToCreate(page: Page, portal: Pick<Portal, 'url' | 'azure'>): Promise<void> {
  const definition = `${compute(portal)}/galleries/contosoGallery/images/ubuntu-web`
  await signIn(page, portal, 'Ada', `/create-image-version?${new URLSearchParams({ definition })}`)
  await expect(page.getByRole('button', { name: 'Create', exact: true })).toBeEnabled()
}

/** The request that creates it in Azure. */
export const versionPut = { method: 'PUT', path: /\/versions\/1\.1\.1$/i }
