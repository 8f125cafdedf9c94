// @vitest-environment happy-dom
import { FluentProvider, webLightTheme } from '@fluentui/react-components'
import type { PreparedRegion } from '@portal/disk-encryption'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, expect, it, vi } from 'vitest'
import { RegionNames } from './RegionNames.tsx'

const proposed: PreparedRegion = {
  location: 'westus',
  diskEncryptionSetName: 'des-westus',
  identityName: 'id-des-westus',
  vault: { isNew: true, name: 'kv-westus', permissionModel: 'Roles' },
  key: { isNew: true, name: 'images-key' },
  attestationUri: '',
}
const inventory = {
  now: '',
  existingVersionNames: [],
  sources: [],
  diskEncryptionSets: [],
  regions: [{ name: 'westus', displayName: 'West US' }],
}
const vaults = [
  {
    name: 'kv-old',
    location: 'westus',
    permissionModel: 'AccessPolicies' as const,
    keyNames: ['old-key', 'older-key'],
  },
  { name: 'kv-empty', location: 'westus', permissionModel: 'Roles' as const, keyNames: [] },
]
const onChange = vi.fn<(region: PreparedRegion) => void>()
const changed = () => onChange.mock.lastCall?.[0]

function Shown() {
  const [region, setRegion] = useState(proposed)
  return (
    <FluentProvider theme={webLightTheme}>
      <RegionNames
        region={region}
        inventory={inventory}
        vaults={vaults}
        permissionModel="Roles"
        issues={[]}
        onChange={(next) => {
          onChange(next)
          setRegion(next)
        }}
      />
    </FluentProvider>
  )
}
function choose(label: string, option: string) {
  fireEvent.click(screen.getByRole('combobox', { name: label }))
  fireEvent.click(screen.getByRole('option', { name: option }))
}

afterEach(cleanup)

it('takes a vault that is there with the way it lets identities in, and its first key', () => {
  render(<Shown />)
  choose('Key vault in West US', 'kv-old')
  expect(changed()).toMatchObject({
    vault: { isNew: false, name: 'kv-old', permissionModel: 'AccessPolicies' },
    key: { isNew: false, name: 'old-key' },
  })
  choose('Key in West US', 'older-key')
  expect(changed()?.key).toEqual({ isNew: false, name: 'older-key' })
  choose('Key in West US', 'New key')
  expect(changed()?.key).toEqual(proposed.key)
})

it('makes a new key in a vault that has none, and all anew when the choice goes back', () => {
  render(<Shown />)
  choose('Key vault in West US', 'kv-empty')
  expect(changed()).toMatchObject({ vault: { isNew: false, name: 'kv-empty' }, key: proposed.key })
  expect(screen.queryByLabelText('Key in West US')).toBeNull()
  choose('Key vault in West US', 'New key vault')
  expect(changed()).toEqual(proposed)
})
