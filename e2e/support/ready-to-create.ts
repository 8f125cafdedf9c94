import type { Page } from '@playwright/test'
import { expect, signIn } from './portal.ts'
import type { Wizard } from './wizard.ts'

/** Ada's wizard with version 6.0.0, reviewed: Create is all that is left. */
export async function readyToCreate(page: Page, portal: { url: string }, wizard: Wizard): Promise<void> {
  await signIn(page, portal, 'Ada')
  await wizard.openFrom('contosoGallery', 'ubuntu-web')
  await wizard.version('6.0.0')
  await wizard.managedImage('myImage')
  await wizard.review()
  await expect(page.getByText('Validation passed')).toBeVisible()
}

/** The request that creates it in Azure. */
export const versionPut = { method: 'PUT', path: /\/versions\/6\.0\.0$/i }
