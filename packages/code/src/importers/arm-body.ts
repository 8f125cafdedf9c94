import { type ArmImageVersion, confidentialVMEncryptionType, storageAccountType } from '@portal/image-version'
import * as z from 'zod/mini'
import { catch as orElse } from 'zod/mini'

// A body that someone wrote, so every part can be missing or invalid: an invalid part counts as missing.

/** `schema`, or not said. */
function ifFitting<T extends z.core.SomeType>(schema: T) {
  return orElse(z.optional(schema), undefined)
}

const text = ifFitting(z.string())
const number = ifFitting(z.number())
const flag = ifFitting(z.boolean())
const date = ifFitting(z.string().check(z.refine((written) => !Number.isNaN(Date.parse(written)))))

/** Tools accept these in any case. */
function oneOf(options: readonly string[]) {
  const option = (written: string) => options.find((known) => known.toLowerCase() === written.toLowerCase())
  return ifFitting(z.pipe(z.string(), z.transform(option)))
}

function part<T extends z.core.$ZodLooseShape>(shape: T) {
  return ifFitting(z.object(shape))
}

/** The valid entries, because an invalid one is no reason to lose the others. */
function list<T extends z.core.$ZodLooseShape>(shape: T) {
  const one = z.object(shape)
  const fitting = (entries: unknown[]) =>
    entries.flatMap((entry) => {
      const parsed = one.safeParse(entry)
      return parsed.success ? [parsed.data] : []
    })
  return ifFitting(z.pipe(z.array(z.unknown()), z.transform(fitting)))
}

const lun = z.number().check(z.int(), z.gte(0), z.lte(63))
const diskImage = { source: part({ id: text, uri: text, storageAccountId: text }) }

const armBody = z.object({
  id: text,
  name: text,
  location: orElse(z.string(), ''),
  tags: ifFitting(z.record(z.string(), z.string())),
  properties: part({
    publishingProfile: part({
      targetRegions: list({
        name: orElse(z.string(), ''),
        regionalReplicaCount: number,
        storageAccountType: oneOf(storageAccountType.options),
        excludeFromLatest: flag,
        encryption: part({
          osDiskImage: part({
            diskEncryptionSetId: text,
            securityProfile: part({
              confidentialVMEncryptionType: oneOf(confidentialVMEncryptionType.options),
              secureVMDiskEncryptionSetId: text,
            }),
          }),
          dataDiskImages: list({
            lun,
            diskEncryptionSetId: text,
            securityProfile: part({
              confidentialVMEncryptionType: oneOf(['DataDiskEncryptedWithCmk']),
              secureVMDiskEncryptionSetId: text,
            }),
          }),
        }),
      }),
      replicaCount: number,
      storageAccountType: oneOf(storageAccountType.options),
      storageAccountStrategy: oneOf(['PreferStandard_ZRS', 'DefaultStandard_LRS']),
      excludeFromLatest: flag,
      endOfLifeDate: date,
      replicationMode: oneOf(['Full', 'Shallow']),
    }),
    storageProfile: part({
      source: part({ id: text, virtualMachineId: text }),
      osDiskImage: part(diskImage),
      dataDiskImages: list({ lun, ...diskImage }),
    }),
    safetyProfile: part({ allowDeletionOfReplicatedLocations: flag, blockDeletionBeforeEndOfLife: flag }),
  }),
})

/** The parts of `body` that a version's body can have; never throws. */
export function armBodyOf(body: unknown): ArmImageVersion {
  const parsed = armBody.safeParse(body)
  return parsed.success ? parsed.data : { location: '' }
}
