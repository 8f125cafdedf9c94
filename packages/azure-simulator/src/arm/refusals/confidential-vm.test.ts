import { describe, expect, it } from 'vitest'
import { putRefused, guestOnly, ledger, region, regions, withKey, type RefusedPut } from '../../testing/versions.ts'

const confidential: RefusedPut[] = [
  [
    'a confidential version without its encryption type',
    (azure) => ledger(azure),
    'InvalidParameter',
    'The regional encryption.osDiskImage.securityProfile.type must be specified when the SecurityType of the image definition is ConfidentialVM.',
  ],
  [
    'a confidential version in two regions',
    (azure) => ({
      ...ledger(azure),
      ...regions(region(azure, 'westus', { security: guestOnly }), region(azure, 'eastus2', { security: guestOnly })),
    }),
    'InvalidParameter',
    "Only the home region 'westus' can be specified as a target region for Images with the ConfidentialVM feature unless the Confidential VM encryption type is set to 'NonPersistedTPM'.",
  ],
  [
    'a customer key without its set',
    (azure) => ({ ...ledger(azure), ...regions(region(azure, 'westus', { security: withKey() })) }),
    'InvalidParameter',
    'secureVMDiskEncryptionSetId must be specified',
  ],
  [
    'a set without the customer key',
    (azure) => ({
      ...ledger(azure),
      ...regions(
        region(azure, 'westus', {
          security: { ...guestOnly, secureVMDiskEncryptionSetId: 'WestUSConfidentialEncryptionSet' },
        }),
      ),
    }),
    'InvalidParameter',
    'can be specified only when',
  ],
  [
    'a plain set for the guest state',
    (azure) => ({
      ...ledger(azure),
      ...regions(region(azure, 'westus', { security: withKey('WestUSDiskEncryptionSet1') })),
    }),
    'InvalidParameter',
    'The type of the Disk Encryption Set in the request is EncryptionAtRestWithCustomerKey',
  ],
  [
    'an encryption type that is none',
    (azure) => ({
      ...ledger(azure),
      ...regions(region(azure, 'westus', { security: { confidentialVMEncryptionType: 'Rot13' } })),
    }),
    'InvalidParameter',
    'confidentialVMEncryptionType is invalid',
  ],
  [
    'a confidential encryption type for a plain definition',
    (azure) => regions(region(azure, 'westus', { security: guestOnly })),
    'InvalidParameter',
    "when the SecurityType of the image definition is 'Standard'",
  ],
]

describe('a confidential version', () => {
  it.each(confidential)('is refused: %s', async (_, parts, code, message) => {
    const answer = await putRefused(parts)
    expect(answer).toMatchObject({ status: code === 'OperationNotAllowed' ? 409 : 400, code, leftBehind: 0 })
    expect(answer.message).toContain(message)
  })
})
