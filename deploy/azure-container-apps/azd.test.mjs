import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse as parseShell } from 'unbash'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { readArguments } from '../../scripts/setup-azure/arguments.mjs'

const root = join(import.meta.dirname, '../..')
const read = (path) => readFileSync(join(root, path), 'utf8')
const { name, infra, hooks } = parse(read('azure.yaml'))
const { parameters } = JSON.parse(read(`${infra.path}/${infra.module}.parameters.json`))
const bicep = read(`${infra.path}/${infra.module}.bicep`)

/** What azd itself or its user sets. https://learn.microsoft.com/azure/developer/azure-developer-cli/manage-environment-variables */
const ofAzd = ['AZURE_ENV_NAME', 'AZURE_LOCATION', 'AZURE_SUBSCRIPTION_ID', 'AZURE_RESOURCE_GROUP']
const ofUser = ['AZURE_CONTAINER_REGISTRY_NAME', 'PORTAL_HOST', 'PORTAL_HOST_CERTIFICATE_ID']
const ofHooks = [...hooks.preprovision.run.matchAll(/^azd env set (\w+)/gm)].map(([, variable]) => variable)
const outputs = [...bicep.matchAll(/^output (\w+)/gm)].map(([, output]) => output)

it('azd deploys the Bicep file that there is, under a name that it accepts', () => {
  expect(name).toMatch(/^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/)
  expect(existsSync(join(root, infra.path, `${infra.module}.bicep`))).toBe(true)
})

it('azd gives each parameter without a default, and none that the file does not have, from a variable that is set', () => {
  const declared = [...bicep.matchAll(/^param (\w+) \S+( =)?/gm)]
  const needed = declared.filter(([, , hasDefault]) => hasDefault === undefined).map(([, param]) => param)
  expect(Object.keys(parameters)).toEqual(expect.arrayContaining(needed))
  expect(declared.map(([, param]) => param)).toEqual(expect.arrayContaining(Object.keys(parameters)))
  const used = Object.values(parameters).map(({ value }) => /^\$\{(\w+)\}$/.exec(value)?.[1])
  expect([...ofAzd, ...ofUser, ...ofHooks]).toEqual(expect.arrayContaining(used))
})

it.each(Object.entries(hooks))('the hook %s is a script of sh that uses what is set, and our own set-up', (_, hook) => {
  const { shell, run } = hook
  expect(shell).toBe('sh')
  expect(parseShell(run).errors ?? []).toEqual([])
  const own = [...run.matchAll(/^(\w+)=/gm)].map(([, variable]) => variable)
  const used = [...run.matchAll(/\$\{?(\w+)/g)].map(([, variable]) => variable)
  expect([...ofAzd, ...ofUser, ...outputs, ...own]).toEqual(expect.arrayContaining(used))
  // The options as the set-up reads them, with a value for each variable.
  const values = { AZURE_ENV_NAME: 'portal', AZURE_RESOURCE_GROUP: 'portal', AZURE_SUBSCRIPTION_ID: 'a1b2' }
  const filled = run
    .replaceAll('\\\n', ' ')
    .replaceAll(/\$\{origin:-[^}]*\}|\$origin/g, 'https://portal.example')
    .replaceAll('$identities', /^identities="(.*)"$/m.exec(run)?.[1] ?? '')
    .replaceAll(/\$(\w+)/g, (_whole, variable) => values[variable] ?? variable)
  const [, options] = /setup:azure -- (.*?)\)?$/m.exec(filled)
  const settings = readArguments(options.split(/\s+/).map((word) => word.replaceAll('"', '')))
  expect(settings).toMatchObject({ mode: 'run', name: 'portal', origin: 'https://portal.example', consent: true })
  for (const [, file] of run.matchAll(/--file (\S+)/g)) expect(existsSync(join(root, file))).toBe(true)
})
