// @vitest-environment happy-dom
import { FluentProvider, webLightTheme } from '@fluentui/react-components'
import { aDiskEncryptionSet } from '@portal/disk-encryption/testing'
import { blankTargetRegion, type ImageVersionPlan } from '@portal/image-version'
import { anInventory, aPlan } from '@portal/image-version/testing'
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { foreignResources } from './foreign-resources.ts'
import { ForeignWarning } from './ForeignWarning.tsx'

afterEach(cleanup)

const noors = (id: string) => id.replace('myResourceGroup', 'noorResourceGroup')
const set = aDiskEncryptionSet('WestUSDiskEncryptionSet1', { keyVaultName: 'kv-contoso-vvus', keyName: 'key' })
const noorsSet = { ...set, id: noors(set.id) }

function planWith(osDiskImage: string, imageId = (id: string) => id): ImageVersionPlan {
  const { source, ...plan } = aPlan()
  if (source.type !== 'ManagedImage') throw new Error('The plan is of another source')
  const region = blankTargetRegion('westus')
  return {
    ...plan,
    source: { ...source, id: imageId(source.id) },
    targetRegions: [{ ...region, encryption: { ...region.encryption, osDiskImage } }],
  }
}

it('finds nothing if all is in the group of the gallery, and each resource of another group once', () => {
  expect(foreignResources(planWith(set.id))).toEqual([])
  expect(foreignResources(planWith(noorsSet.id, noors))).toEqual([expect.stringContaining('/images/'), noorsSet.id])
})

it('names each resource with its group, and a set with its vault and key', () => {
  const plan = planWith(noorsSet.id, noors)
  const inventory = { ...anInventory(), diskEncryptionSets: [set, noorsSet] }
  render(
    <FluentProvider theme={webLightTheme}>
      <ForeignWarning plan={plan} inventory={inventory} origin="link" ids={foreignResources(plan)} />
    </FluentProvider>,
  )
  screen.getByText(/^This configuration came from a link\./)
  expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    'myImage (noorResourceGroup)',
    'WestUSDiskEncryptionSet1 (noorResourceGroup): kv-contoso-vvus / key',
  ])
})
