// An exported pipeline with the real az: the steps of its file as they stand, one after the other, and only the sign-in
// replaced by az's own with the token of an issuer on this machine.
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { startedIssuer } from '@portal/azure-simulator/issuer'
import { cleanUpPipelineExporters, pipelineExporters } from '@portal/code'
import { diskEncryptionSetIdsOf } from '@portal/image-version'
import { anInventory } from '@portal/image-version/testing'
import { parse } from 'yaml'
import { assertSame, assertSuccess, proveAll } from '../test/proof.mjs'
import { exportCases } from './export-cases.mjs'
import { startAzSession } from './session.mjs'
import { sharedAz } from './shared-az.mjs'

const subject = 'repo:contoso@5544123/images@821093847:ref:refs/heads/main'
const rule = { name: 'Two of them ${{ github.token }}', keepNewest: 2, only: { version: '1.*' }, keepTag: 'keep' }

/** Prints each outcome, and counts them. */
export async function azPipeline() {
  const session = await startAzSession()
  await using issuer = await startedIssuer()
  const { simulator, az, bash, cloud, signIn, folder } = session
  const { PATH } = (await sharedAz()).variables
  const { store } = simulator.world
  const found = exportCases.find(({ name }) => name.includes('second example'))
  if (found === undefined) throw new Error('No plan')
  const plan = { ...found.plan, tags: [{ name: 'team', value: '$(whoami) ${{ github.token }}' }] }
  const definition = plan.imageDefinitionId
  const versionType = 'Microsoft.Compute/galleries/images/versions'
  for (const { id, name } of store.list(definition, versionType)) if (name !== '1.1.0') store.remove(id)
  const numbers = () =>
    store
      .list(definition, versionType)
      .map(({ name, properties }) => `${name}${properties.publishingProfile.excludeFromLatest ? ' excluded' : ''}`)

  /** The files of a pipeline, in a folder of their own, as a checkout has them. */
  function committed(/** @type {import('@portal/code').ExportedCode[]} */ files) {
    const checkout = mkdtempSync(join(folder, 'checkout-'))
    for (const { fileName, text } of files) writeFileSync(join(checkout, fileName), text)
    return { checkout, workflow: parse(files[0]?.text ?? ''), setUp: files[2]?.text ?? '' }
  }

  /** Runs the steps until one fails; returns whether none did, and what they print. */
  async function run({ checkout, workflow }, { inputs = {}, runId = '1', token = '' } = {}) {
    const temporary = mkdtempSync(join(folder, 'runner-'))
    mkdirSync(join(temporary, 'bin'))
    writeFileSync(join(temporary, 'bin/sleep'), '#!/bin/sh\nexec /bin/sleep 1\n')
    chmodSync(join(temporary, 'bin/sleep'), 0o755)
    const summary = join(temporary, 'summary.md')
    writeFileSync(summary, '')
    const values = { version: inputs.version ?? 'next', source: inputs.source ?? 'plan' }
    const isGitHub = 'on' in workflow
    const job = Object.values(workflow.jobs)[0]
    const variables = isGitHub
      ? job.env
      : Object.fromEntries(workflow.variables.map(({ name, value }) => [name, value]))
    const env = {
      ...variables,
      VERSION: values.version,
      SOURCE: values.source,
      AZURE_CONFIG_DIR: join(temporary, 'azure'),
      PATH: `${join(temporary, 'bin')}:${PATH}`,
      ...(isGitHub
        ? {
            RUNNER_TEMP: temporary,
            GITHUB_STEP_SUMMARY: summary,
            GITHUB_SERVER_URL: 'https://github.com',
            GITHUB_REPOSITORY: 'contoso/images',
            GITHUB_RUN_ID: runId,
          }
        : {
            AGENT_TEMPDIRECTORY: temporary,
            SYSTEM_COLLECTIONURI: 'https://dev.azure.com/contoso/',
            SYSTEM_TEAMPROJECT: 'images',
            BUILD_BUILDID: runId,
          }),
    }
    let printed = ''
    const step = async (/** @type {string} */ script) => {
      const file = join(temporary, 'step.sh')
      writeFileSync(file, script)
      const exports = Object.entries(env).map(([name, value]) => `export ${name}=${quoted(String(value))}`)
      const ended = await bash([...exports, `cd ${quoted(checkout)}`, `exec bash -eo pipefail ${file}`].join('\n'), {
        minutes: 8,
      })
      printed += `${ended.stdout}\n${ended.stderr}`
      return ended.ok
    }
    const signInStep = async () => {
      const federated = token || (await issuer.token({ subject }))
      const login = `login --service-principal --username ${clientId} --tenant ${simulator.tenantId} --federated-token ${federated}`
      return step([...signIn.slice(0, 2), login].map((line) => `az ${line} --output none`).join('\n'))
    }
    let ok = isGitHub || (await signInStep())
    for (const { uses = '', run: script, inputs: task } of job.steps) {
      if (!ok) break
      if (uses.startsWith('azure/login@')) ok = await signInStep()
      const text = script ?? task?.inlineScript
      if (text !== undefined) ok = await step(text)
    }
    return { ok, printed, summary: readFileSync(summary, 'utf8') }
  }

  let clientId = ''
  const trust = { identityName: 'image-pipeline', issuer: issuer.url, subject }
  const context = { cloud, inventory: anInventory() }
  const nightly = committed(pipelineExporters.GitHubActions({ plan, trust }, context))
  const devOps = committed(pipelineExporters.AzurePipelines({ plan, trust }, context))
  const applied = { scopeId: definition, rule, action: /** @type {const} */ ('delete'), reason: '' }
  const cleanUp = committed(cleanUpPipelineExporters.GitHubActions({ ...applied, trust }, cloud))
  const failing = (/** @type {string} */ text, /** @type {RegExp} */ wanted) => {
    if (!wanted.test(text)) throw new Error(`${text.slice(-3000)}\nis not as ${wanted}`)
  }

  try {
    for (const line of signIn) assertSuccess(await az(line.split(' ')))
    return await proveAll(
      [
        {
          name: 'the scripts that set both pipelines up create one identity, its credential and its roles',
          async proof() {
            const ids = []
            for (const { setUp } of [nightly, cleanUp]) {
              const { ok, stdout, stderr } = await bash(setUp)
              assertSuccess({ ok, stdout, stderr })
              ids.push(/^AZURE_CLIENT_ID=(.+)$/m.exec(stdout)?.[1] ?? '')
            }
            clientId = ids[0] ?? ''
            assertSame(ids, [clientId, clientId])
            simulator.clock.advance(3_600_000)
          },
        },
        {
          name: 'the first night creates 1.2.0, proves and promotes it',
          async proof() {
            const night = await run(nightly)
            assertSuccess({ ...night, stdout: night.printed, stderr: '' })
            assertSame(numbers(), ['1.1.0', '1.2.0'])
            for (const id of diskEncryptionSetIdsOf(plan))
              failing(night.summary.toLowerCase(), new RegExp(id.toLowerCase()))
            const { tags } = store.get(`${definition}/versions/1.2.0`) ?? {}
            assertSame(
              [tags?.['team'], tags?.['pipeline-run']],
              ['$(whoami) ${{ github.token }}', 'https://github.com/contoso/images/actions/runs/1'],
            )
          },
        },
        {
          name: 'the same run, run again, sends nothing',
          async proof() {
            failing((await run(nightly)).printed, /exists as planned: nothing is sent/)
            assertSame(numbers(), ['1.1.0', '1.2.0'])
          },
        },
        {
          name: 'the second night: a region of 1.3.0 fails with the cause and the repair, and a run again repairs it',
          async proof() {
            const [, set = ''] = diskEncryptionSetIdsOf(plan)
            const { keyUrl } = store.get(set)?.properties.activeKey ?? {}
            const key = store
              .list('/subscriptions', 'Microsoft.KeyVault/vaults/keys/versions')
              .find(({ id }) =>
                id.endsWith(new URL(keyUrl).pathname.replace(/^\/keys\/(.*)\/(.*)$/, '/keys/$1/versions/$2')),
              )
            if (key === undefined) throw new Error('No key')
            store.put({
              ...key,
              properties: { ...key.properties, attributes: { enabled: false } },
            })
            const night = await run(nightly, { runId: '3' })
            assertSame(night.ok, false)
            failing(night.printed, /::error::.*is not enabled.*run this again/)
            failing(night.summary, /### Failed/)
            assertSame(numbers(), ['1.1.0', '1.2.0', '1.3.0 excluded'])
            store.put(key)
            const again = await run(nightly, { runId: '3' })
            assertSuccess({ ...again, stdout: again.printed, stderr: '' })
            failing(again.printed, /same request is sent again/)
          },
        },
        {
          name: 'the pipeline of a retention rule deletes what the rule doesn’t keep',
          async proof() {
            const night = await run(cleanUp)
            assertSuccess({ ...night, stdout: night.printed, stderr: '' })
            assertSame(numbers(), ['1.2.0', '1.3.0'])
          },
        },
        {
          name: 'a number that exists with another plan ends the build with the differences',
          async proof() {
            const stored = store.get(`${definition}/versions/1.2.0`)
            if (stored === undefined) throw new Error('No version')
            const changed = structuredClone(stored)
            delete changed.properties.publishingProfile.targetRegions[0].encryption
            store.put(changed)
            const night = await run(nightly, { runId: '4', inputs: { version: '1.2.0' } })
            store.put(stored)
            assertSame(night.ok, false)
            failing(night.printed, /exists, and differs from the plan.*westus, OS disk: planned .*, in Azure none/)
          },
        },
        {
          name: 'Azure Pipelines create the same, from another source, with the same steps',
          async proof() {
            const source = `${definition.split('/galleries/')[0]}/images/myImage`
            const night = await run(devOps, { runId: '5', inputs: { source } })
            assertSuccess({ ...night, stdout: night.printed, stderr: '' })
            failing(night.printed, /##vso\[task\.uploadsummary\]/)
            assertSame(numbers().at(-1), '1.4.0')
            const { properties } = store.get(`${definition}/versions/1.4.0`) ?? {}
            assertSame(properties?.['storageProfile']?.source?.id, source)
          },
        },
        {
          name: 'a token of another branch does not sign in',
          async proof() {
            const token = await issuer.token({ subject: subject.replace('main', 'other') })
            const night = await run(nightly, { runId: '6', token })
            assertSame(night.ok, false)
            failing(night.printed, /AADSTS700213/)
          },
        },
      ],
      1,
    )
  } finally {
    await session.close()
  }
}

function quoted(/** @type {string} */ text) {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`
}
