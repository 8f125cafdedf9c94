import type { Page } from '@playwright/test'
import { expect, signInAtWizard, type Portal } from './portal.ts'
import type { Wizard } from './wizard.ts'

/** Ada's wizard with version 6.0.0, reviewed: Create is all that is left. */
export async function readyToCreate(page: Page, portal: Pick<Portal, 'url' | 'azure'>, wizard: Wizard): Promise<void> {
  await signInAtWizard(page, portal)
  await fillAndReview(wizard)
}

/** The open wizard with version 6.0.0, reviewed. */
export async function fillAndReview(wizard: Wizard): Promise<void> {
  await wizard.version('6.0.0')
  await wizard.managedImage('myImage')
  await wizard.review()
  await expect(wizard.page.getByRole('button', { name: 'Create', exact: true })).toBeEnabled()
}

/** The request that creates it in Azure. */
export const versionPut = { method: 'PUT', path: /\/versions\/6\.0\.0$/i }
