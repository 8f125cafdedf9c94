import { publicCloud } from '@portal/disk-encryption/testing'
import { anInventory, aPlan } from '@portal/image-version/testing'
import { aMachinePlan } from '@portal/virtual-machine/testing'
import { expect, it } from 'vitest'
import { parse as parseYaml } from 'yaml'
import * as z from 'zod/mini'
import { armTemplateText } from '../../quoting/arm-template.ts'
import { bicepGrammar, grammar, isMisreadAsBicep, nodesOf, powershellGrammar } from '../../testing/grammar.ts'
import { thousandNames } from '../../testing/hard-names.ts'
import { parsedHcl } from '../../testing/hcl.ts'
import { deploymentExporters } from '../deployment/deployment-exporters.ts'
import { deploymentOfMachine } from '../deployment/deployment-of-machine.ts'
import { exporters, type CodeLanguage } from '../exporters.ts'

// Each is a word or a number of YAML 1.1, HCL, Bicep or PowerShell if it is not quoted.
const words =
  'yes Yes no No on On off y n null Null NULL ~ true True false for if in else endif endfor each var local 007 1e3 0x1f 1_000 1:30 2026-01-01 .inf .nan << = ? - existing param resource output import'

const { names: random, seed } = thousandNames()
const tagsOf = (names: Iterable<string>) => [...new Set(names)].map((name) => ({ name, value: 'x' }))
const all = tagsOf([...words.split(' '), ...random])
const wanted = Object.fromEntries(all.map(({ name, value }) => [name, value]))

/** The code of plans with all these tags, sixty each: the maximum of a plan. */
function codes(language: CodeLanguage, tags = all): string[] {
  const plans = Array.from({ length: Math.ceil(tags.length / 60) }, (_, index) =>
    aPlan({ tags: tags.slice(index * 60, index * 60 + 60) }),
  )
  return plans.map(
    (plan) => exporters[language].exportCode(plan, { cloud: publicCloud, inventory: anInventory() }).text,
  )
}

const tags = z.record(z.string(), z.string())
const playbook = z.tuple([
  z.object({ tasks: z.tuple([z.object({ 'azure.azcollection.azure_rm_galleryimageversion': z.object({ tags }) })]) }),
])
const unsafe = { tag: '!unsafe', resolve: (text: string) => text }

it('X13 Ansible, which reads YAML 1.1, takes the name of each tag for a text', () => {
  const read = codes('Ansible').map(
    (code) =>
      playbook.parse(parseYaml(code, { version: '1.1', customTags: [unsafe], merge: true }))[0].tasks[0][
        'azure.azcollection.azure_rm_galleryimageversion'
      ].tags,
  )
  expect(Object.assign({}, ...read), `seed ${seed}`).toEqual(wanted)
})

const azapi = z.object({
  resource: z.object({ azapi_resource: z.object({ image_version: z.tuple([z.object({ tags })]) }) }),
})
const azurerm = z.object({
  resource: z.object({ azurerm_shared_image_version: z.object({ image_version: z.tuple([z.object({ tags })]) }) }),
})
const packer = z.object({
  source: z.object({ 'azure-arm': z.object({ image_version: z.tuple([z.object({ azure_tags: tags })]) }) }),
})

it.each<[CodeLanguage, (parsed: unknown) => Record<string, string>]>([
  ['TerraformAzapi', (parsed) => azapi.parse(parsed).resource.azapi_resource.image_version[0].tags],
  ['TerraformAzurerm', (parsed) => azurerm.parse(parsed).resource.azurerm_shared_image_version.image_version[0].tags],
  ['Packer', (parsed) => packer.parse(parsed).source['azure-arm'].image_version[0].azure_tags],
])('X07 X13 %s takes the name of each tag for a text', (language, tagsIn) => {
  const read = codes(language).map((code) => tagsIn(parsedHcl(code)))
  expect(Object.assign({}, ...read), `seed ${seed}`).toEqual(wanted)
})

it('X13 PowerShell takes the name of each tag for a text', async () => {
  const parse = await grammar(powershellGrammar)
  for (const code of codes('AzurePowerShell')) {
    const keys = nodesOf(parse(code), 'hash_entry').filter(({ text }) => text.endsWith(" = 'x'"))
    expect(keys.length, `seed ${seed}`).toBeGreaterThan(0)
    expect(keys.map(({ text }) => text).filter((text) => !text.startsWith("'"))).toEqual([])
  }
})

it('X13 Bicep takes the name of each tag for a text, in the template of a machine too', async () => {
  const parse = await grammar(bicepGrammar)
  const readable = all.filter(({ name }) => !isMisreadAsBicep(name))
  const machine = deploymentOfMachine(aMachinePlan({ tags: readable.slice(0, 60) }), {
    osState: 'Specialized',
    osType: 'Linux',
  })
  for (const code of [...codes('Bicep', readable), deploymentExporters.Bicep(machine, publicCloud).text]) {
    const root = parse(code)
    expect(root.hasError, `seed ${seed}`).toBe(false)
    const keys = nodesOf(root, 'object_property').filter(({ text }) => text.endsWith(": 'x'"))
    expect(keys.length).toBeGreaterThan(0)
    expect(keys.map(({ text }) => text).filter((text) => !text.startsWith("'"))).toEqual([])
  }
})

it.each<[CodeLanguage, (name: string) => string]>([
  ['Rest', (name) => name],
  ['ArmTemplate', armTemplateText],
])('X13 %s takes the name of each tag for a text', (language, written) => {
  const code = codes(language).join('\n')
  const missing = all.filter(({ name }) => !code.includes(`${JSON.stringify(written(name))}: "x"`))
  expect(missing, `seed ${seed}`).toEqual([])
})
