import { publicCloud } from '@portal/disk-encryption/testing'
import { fromArm, type ImageVersionPlan, toArm } from '@portal/image-version'
import { anInventory, aPlan, storageAccountId } from '@portal/image-version/testing'
import { check } from '@portal/version-rules'
import { expect, it } from 'vitest'
import { exporters } from './exporters/exporters.ts'
import { planFileText, planFromFile } from './plan-files/plan-file.ts'
import { planFragment, planFromFragment } from './plan-files/plan-link.ts'
import { imported } from './testing/imports.ts'

const secret = 'c2VjcmV0LXNpZ25hdHVyZQ'
const signed = (blob: string) =>
  `https://contosovhds.blob.core.windows.net/vhds/${blob}.vhd?sv=2024-11-04&sr=b&sig=${secret}%3D`
const withSignatures = aPlan({
  source: {
    type: 'StorageBlobs',
    storageAccountId,
    osDiskUri: signed('os'),
    dataDisks: [{ lun: 0, uri: signed('data') }],
  },
})

/** The plan from each input of the portal that accepts a text or a response of Azure. */
const ways: [string, () => Promise<ImageVersionPlan | null | undefined> | ImageVersionPlan | null][] = [
  ['a file', () => planFromFile(planFileText(withSignatures, 'https://portal.example')).plan],
  ['a link', async () => planFromFragment(await planFragment(withSignatures))],
  ['a version in Azure', () => fromArm(toArm(withSignatures))],
  ...Object.entries(exporters)
    .filter(([language]) => ['AzureCli', 'AzurePowerShell', 'ArmTemplate', 'Rest'].includes(language))
    .map(([language, { exportCode }]): [string, () => ImageVersionPlan | null] => [
      `code of ${language}`,
      () => imported(exportCode(withSignatures, { cloud: publicCloud, inventory: anInventory() }).text).plan,
    ]),
]

it.each(ways)(
  'S43, X12: a shared access signature in %s enters no plan, and so no code, file or link',
  async (_, read) => {
    const plan = await read()
    expect(plan?.source).toMatchObject({ osDiskUri: 'https://contosovhds.blob.core.windows.net/vhds/os.vhd?' })
    const codes = Object.values(exporters).map(
      ({ exportCode }) => exportCode(plan ?? aPlan(), { cloud: publicCloud, inventory: anInventory() }).text,
    )
    const file = planFileText(plan ?? aPlan(), 'https://portal.example')
    expect([JSON.stringify(plan), ...codes, file].filter((text) => text.includes(secret))).toEqual([])
  },
)

it('tells the user of the query that was cut', () => {
  const { plan } = planFromFile(planFileText(withSignatures, 'https://portal.example'))
  const paths = check(plan ?? aPlan(), anInventory())
    .filter(({ code }) => code === 'BlobUriInvalid')
    .map(({ path }) => path)
  expect(paths).toEqual([
    ['source', 'osDiskUri'],
    ['source', 'dataDisks', 0, 'uri'],
  ])
})
