import { expect, it } from 'vitest'
import { imageDefinitionIssues, type NewImageDefinition } from './image-definition-issues.ts'

const good: NewImageDefinition = {
  galleryId: '/subscriptions/s/resourceGroups/g/providers/Microsoft.Compute/galleries/team',
  name: 'ubuntu-app',
  location: 'westus',
  osType: 'Linux',
  osState: 'Generalized',
  hyperVGeneration: 'V2',
  architecture: 'x64',
  securityType: 'TrustedLaunchSupported',
  publisher: 'Contoso',
  offer: 'app',
  sku: 'ubuntu-24_04',
}
const existing = [{ ...good, id: 'x', name: 'ubuntu-web', offer: 'web' }]

it.each<[string, Partial<NewImageDefinition>, [string, string][]]>([
  ['a good one', {}, []],
  ['one without a name', { name: '' }, [['name', 'DefinitionNameRequired']]],
  ['a name that begins with a hyphen', { name: '-app' }, [['name', 'DefinitionNameInvalid']]],
  ['a name that the gallery has', { name: 'Ubuntu-Web' }, [['name', 'DefinitionNameTaken']]],
  ['trusted launch of generation 1', { hyperVGeneration: 'V1' }, [['hyperVGeneration', 'GenerationTwoRequired']]],
  ['a standard one of generation 1', { hyperVGeneration: 'V1', securityType: 'Standard' }, []],
  ['Arm64 of generation 2', { architecture: 'Arm64' }, []],
  [
    'Arm64 of generation 1',
    { architecture: 'Arm64', hyperVGeneration: 'V1', securityType: 'Standard' },
    [['hyperVGeneration', 'ArmGenerationTwoRequired']],
  ],
  [
    'confidential Arm64',
    { architecture: 'Arm64', securityType: 'ConfidentialVMSupported' },
    [['architecture', 'ArmNotConfidential']],
  ],
  ['a whole plan', { purchasePlan: { publisher: 'contoso', product: 'linux', name: 'hardened' } }, []],
  [
    'a plan without a product',
    { purchasePlan: { publisher: 'contoso', product: '', name: 'hardened' } },
    [['purchasePlan', 'PurchasePlanIncomplete']],
  ],
  ['one without an offer', { offer: '' }, [['offer', 'IdentifierRequired']]],
  ['a SKU with a blank', { sku: 'ubuntu 24' }, [['sku', 'IdentifierInvalid']]],
  ['a SKU that ends with a period', { sku: 'ubuntu.' }, [['sku', 'IdentifierInvalid']]],
  ['a publisher of 129 characters', { publisher: 'p'.repeat(129) }, [['publisher', 'IdentifierInvalid']]],
  ['publisher, offer and SKU of another', { publisher: 'CONTOSO', offer: 'web' }, [['sku', 'IdentifierTaken']]],
])('judges %s', (_, change, expected) => {
  const issues = imageDefinitionIssues({ ...good, ...change }, existing)
  expect(issues.map(({ field, code }) => [field, code])).toEqual(expected)
})
