import { expect, it } from 'vitest'
import { computeId, diskEncryptionSetId } from '../testing/sets.ts'
import type { AlertPolicies } from './alert-plan.ts'
import { nonCompliantToday, type ComplianceFacts } from './non-compliant-today.ts'

const set = diskEncryptionSetId('one')
const scaleSet = computeId('virtualMachineScaleSets', 'half')
const disk = (name: string, more: object = {}) => ({ id: computeId('disks', name), ...more })
const facts: ComplianceFacts = {
  disks: [disk('bare'), disk('kept', { diskEncryptionSetId: set }), disk('attached', { managedBy: 'a machine' })],
  machines: [
    { id: 'bare-vm' },
    { id: scaleSet, osDiskSetId: set, dataDiskSetIds: [undefined] },
    { id: computeId('virtualMachines', 'attached-vm'), osDiskSetId: set, dataDiskSetIds: [undefined] },
  ],
  versions: [
    { id: 'kept-version', setIds: [set, set] },
    { id: 'half-version', setIds: [set, undefined] },
  ],
  images: [{ id: 'bare-image', setIds: [undefined] }],
  sets: [
    { id: 'single', encryptionType: 'EncryptionAtRestWithCustomerKey' },
    { id: 'double', encryptionType: 'EncryptionAtRestWithPlatformAndCustomerKeys' },
  ],
  keys: [
    { id: 'eternal', expires: false },
    { id: 'dated', expires: true },
    { id: 'hidden', expires: undefined },
  ],
}

it.each<[string, AlertPolicies, string[], string[]]>([
  [
    'without a customer-managed key',
    { customerKeys: 'Audit' },
    [disk('bare').id, disk('attached').id, 'bare-vm', scaleSet, 'half-version', 'bare-image'],
    [],
  ],
  [
    'with another set than the allowed one, in whatever case',
    { allowedSets: { effect: 'Audit', sets: [set.toUpperCase()] } },
    [disk('bare').id, 'bare-vm', scaleSet, 'half-version', 'bare-image'],
    [],
  ],
  ['that encrypt once', { doubleEncryption: 'Deny' }, ['single'], []],
  ['without an expiration date', { keyExpiry: 'Audit' }, ['eternal'], ['hidden']],
])('names what is %s', (_, policies, resourceIds, unknownIds) => {
  expect(nonCompliantToday(policies, facts)).toMatchObject([{ resourceIds, unknownIds }])
})

it('says nothing of a policy that is not chosen', () => {
  expect(nonCompliantToday({}, facts)).toEqual([])
})
