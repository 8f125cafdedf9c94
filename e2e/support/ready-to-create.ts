import type { Page } from '@playwright/test'
import { compute, expect, follow, signIn, type Portal } from './portal.ts'

const address = (portal: Pick<Portal, 'azure'>) =>
  `/create-image-version?${new URLSearchParams({ definition: `${compute(portal)}/galleries/contosoGallery/images/ubuntu-web` })}`

/** Ada's wizard with version 1.1.1, which begins as 1.1.0 is: Create is all that is left. */
export async function readyToCreate(page: Page, portal: Pick<Portal, 'url' | 'azure'>): Promise<void> {
  await signIn(page, portal, 'Ada', address(portal))
  await expect(page.getByRole('button', { name: 'Create', exact: true })).toBeEnabled()
}

/** The wizard again, on the same page, with version 1.1.2, once Azure has created 1.1.1. */
export async function goToNextVersion(page: Page, portal: Pick<Portal, 'azure'>): Promise<void> {
  await follow(page, address(portal))
  await expect(page.getByRole('button', { name: 'Create', exact: true })).toBeEnabled()
}

/** The requests that create them in Azure. */
export const versionPut = { method: 'PUT', path: /\/versions\/1\.1\.1$/i }
export const nextVersionPut = { method: 'PUT', path: /\/versions\/1\.1\.2$/i }
