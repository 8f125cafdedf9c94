import { apiVersions, parseResourceId } from '@portal/arm'
import { contoso, manualClock, startAzureSimulator, type Clock } from '@portal/azure-simulator'
import { updateExporters, type VersionUpdate } from '@portal/code'
import { templateOfBicep } from '@portal/code/testing'
import { publicCloud } from '@portal/disk-encryption/testing'
import { type StoredVersion, toArm } from '@portal/image-version'
import { aPlan, customerManaged } from '@portal/image-version/testing'
import {
  latestIssues,
  latestUpdates,
  noChange,
  restoredVersion,
  revokedVersion,
  updatedVersion,
} from '@portal/version-update'
import type { WantedLatest } from '@portal/version-update/testing'
import { expect, it } from 'vitest'
import * as z from 'zod/mini'
import { armUrl } from '../azure/arm/arm-request.ts'
import type { Azure } from '../azure/arm/clients.ts'
import { readStoredVersion } from '../azure/galleries/stored-version.ts'
import { latestCandidates, latestVersions } from '../azure/image-versions/latest/latest-versions.ts'
import { testAzureSession } from '../testing/azure-session.ts'
import { contosoCompute } from '../testing/campaigns.ts'

// The code of a promotion, a roll back, a revocation and its undoing, against an Azure that loses the encryption that
// an update omits. The real az and curl run theirs in `npm run test:az`; here is what Bicep and PowerShell would send.

const hour = 3_600_000
const apiVersion = apiVersions.galleries.version
const definition = `${contosoCompute}/galleries/contosoGallery/images/windows-sql`
const set = (name: string) => `${contosoCompute}/diskEncryptionSets/${name}`
const aVersion = (name: string, excludeFromLatest: boolean) =>
  aPlan({
    imageDefinitionId: definition,
    name,
    excludeFromLatest,
    source: { type: 'ManagedImage', id: `${contosoCompute}/images/myWindowsImage` },
    tags: [{ name: 'for', value: "[Contoso's ${image}]" }],
    targetRegions: [
      ['westus', 'WestUS'],
      ['eastus2', 'EastUS2'],
    ].map(([region = '', prefix = '']) =>
      customerManaged(region, {
        os: set(`${prefix}DiskEncryptionSet1`),
        1: set(`${prefix}DiskEncryptionSet2`),
        2: set(`${prefix}DiskEncryptionSet3`),
      }),
    ),
  })

type Run = (azure: Azure, text: string, clock: Clock) => Promise<void>
const runs = { Bicep: deploy, AzurePowerShell: sendEach } satisfies Record<string, Run>

async function deploy(azure: Azure, text: string, clock: Clock): Promise<void> {
  const [group] = definition.split('/providers')
  const url = armUrl(`${group}/providers/Microsoft.Resources/deployments/d${clock.now()}`, {
    'api-version': apiVersions.deployments.version,
  })
  await azure.send({
    method: 'PUT',
    url,
    body: { properties: { mode: 'Incremental', template: await templateOfBicep(text) } },
  })
  clock.advance(hour)
  const { properties } = z.parse(
    z.object({ properties: z.looseObject({ provisioningState: z.string() }) }),
    await azure.send({ method: 'GET', url }),
  )
  expect(properties).toMatchObject({ provisioningState: 'Succeeded' })
}

/** The requests of `Invoke-AzRestMethod` in their order, each after Azure has completed the one before. */
async function sendEach(azure: Azure, text: string, clock: Clock): Promise<void> {
  const calls = [...text.matchAll(/^\$body = @'\n(.*?)\n'@$.*?^ {2}Path = '(.*?)\?api-version=(.*?)'$/gms)]
  expect(calls.length).toBeGreaterThan(0)
  for (const [, body = '', path = '', version = ''] of calls) {
    const url = armUrl(path, { 'api-version': version })
    await azure.send({ method: 'PUT', url, body: z.parse(z.looseObject({}), JSON.parse(body)) })
    clock.advance(hour)
  }
}

it.each(['Bicep', 'AzurePowerShell'] as const)(
  'the life of a version, run as %s, keeps each set, and gives the latest that the page shows',
  async (language) => {
    const clock = manualClock('2026-11-24T10:00:00Z')
    const world = { ...contoso({ now: clock.now() }), losesEncryptionLeftOut: true }
    const simulator = await startAzureSimulator({ clock, world, throttling: 'off' })
    await using session = await testAzureSession(simulator, 'ada@contoso.example')
    const { azure } = session
    const idOf = (name: string) => `${definition}/versions/${name}`
    for (const [name, isExcluded] of [
      ['3000.1.0', false],
      ['3000.2.0', true],
    ] as const)
      await azure.send({
        method: 'PUT',
        url: armUrl(idOf(name), { 'api-version': apiVersion }),
        body: toArm(aVersion(name, isExcluded)),
      })
    clock.advance(hour)
    const read = (name: string) => readStoredVersion(azure, parseResourceId(idOf(name)))
    const setsOf = async (name: string) =>
      (await read(name)).properties.publishingProfile.targetRegions.map((region) => region.encryption)
    const before = { '3000.1.0': await setsOf('3000.1.0'), '3000.2.0': await setsOf('3000.2.0') }
    const shown = async () =>
      Object.fromEntries(
        (await latestVersions(azure, parseResourceId(definition))).regions.flatMap(({ region, versionId = '' }) =>
          ['westus', 'eastus2'].includes(region) ? [[region, versionId.split('/').at(-1)]] : [],
        ),
      )
    const expectPreserved = async () => {
      for (const [name, sets] of Object.entries(before)) expect(await setsOf(name), name).toEqual(sets)
    }
    const change = async (wanted: WantedLatest) => {
      const versions = await latestCandidates(azure, parseResourceId(definition))
      expect(latestIssues(versions, wanted)).toEqual([])
      const updates = await Promise.all(
        latestUpdates(versions, wanted).map(async ({ id, name, change: of }): Promise<VersionUpdate> => {
          return { id, apiVersion, body: updatedVersion(await read(name), of) }
        }),
      )
      await runs[language](azure, updateExporters[language](updates, publicCloud).text, clock)
      await expectPreserved()
    }
    const update = async (name: string, bodyOf: (stored: StoredVersion) => object) => {
      const code = updateExporters[language](
        [{ id: idOf(name), apiVersion, body: bodyOf(await read(name)) }],
        publicCloud,
      )
      await runs[language](azure, code.text, clock)
      await expectPreserved()
    }

    await change({ id: idOf('3000.2.0'), regions: ['westus', 'eastus2'], excludesPredecessor: true })
    expect(await shown()).toEqual({ westus: '3000.2.0', eastus2: '3000.2.0' })
    await change({ id: idOf('3000.1.0'), regions: ['eastus2'], excludesPredecessor: false })
    expect(await shown()).toEqual({ westus: '3000.2.0', eastus2: '3000.1.0' })

    const sound = updatedVersion(await read('3000.2.0'), noChange())
    const revocation = { reason: "It's ${broken} [now]", replacementId: idOf('3000.1.0'), endOfLifeDate: '2026-12-24' }
    await update('3000.2.0', (stored) => revokedVersion(stored, revocation, azure.now()))
    expect(await shown()).not.toMatchObject({ westus: '3000.2.0' })
    expect((await read('3000.2.0')).tags).toMatchObject({
      for: "[Contoso's ${image}]",
      'image-revoked-reason': revocation.reason,
      'image-revoked-replacement': '3000.1.0',
    })
    await update('3000.2.0', (stored) => restoredVersion(stored, azure.now()))
    expect(updatedVersion(await read('3000.2.0'), noChange())).toEqual(sound)
    expect(await shown()).toEqual({ westus: '3000.2.0', eastus2: '3000.1.0' })
    await simulator.close()
  },
)
