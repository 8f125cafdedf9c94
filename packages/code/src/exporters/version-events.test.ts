import { publicCloud, subscriptionId } from '@portal/disk-encryption/testing'
import { sampleVersionEvent, type VersionEvents, versionEventsIssues } from '@portal/gallery'
import { describe, expect, it } from 'vitest'
import { bashGrammar, bicepGrammar, grammar } from '../testing/grammar.ts'
import { deploymentExporters } from './deployment/deployment-exporters.ts'
import { latestVersionCommand, versionEventsDeployment } from './version-events.ts'

const imageDefinitionId = `/subscriptions/${subscriptionId}/resourceGroups/images/providers/Microsoft.Compute/galleries/one/images/web`
const events: VersionEvents = {
  imageDefinitionId,
  name: 'web-versions',
  destination: 'WebHook',
  resourceId: '',
  queueName: '',
  includesFailures: true,
}
const url = 'https://hooks.contoso.example/versions'

describe('an event subscription to the versions of a definition', () => {
  it('filters by the definition, and by what is done to a version', () => {
    const { template } = versionEventsDeployment(events)
    expect(template).toMatchObject({
      parameters: { endpointUrl: { type: 'securestring' } },
      resources: [
        {
          properties: {
            filter: {
              subjectBeginsWith: `${imageDefinitionId}/versions/`,
              includedEventTypes: [
                'Microsoft.Resources.ResourceWriteSuccess',
                'Microsoft.Resources.ResourceWriteFailure',
                'Microsoft.Resources.ResourceDeleteSuccess',
                'Microsoft.Resources.ResourceDeleteFailure',
              ],
            },
            destination: { endpointType: 'WebHook', properties: { endpointUrl: "[parameters('endpointUrl')]" } },
          },
        },
      ],
    })
    expect(sampleVersionEvent(imageDefinitionId)).toMatchObject([
      { subject: `${imageDefinitionId}/versions/1.0.0`, eventType: 'Microsoft.Resources.ResourceWriteSuccess' },
    ])
  })

  it('is code without a fault to its grammar, and unfinished without a queue', async () => {
    const queue = { ...events, destination: 'StorageQueue', resourceId: '/storage' } as const
    for (const [language, file] of [
      ['Bicep', bicepGrammar],
      ['AzureCli', bashGrammar],
    ] as const) {
      const parse = await grammar(file)
      expect(parse(deploymentExporters[language](versionEventsDeployment(events), publicCloud).text).hasError).toBe(
        false,
      )
      expect(deploymentExporters[language](versionEventsDeployment(queue), publicCloud).isUnfinished).toBe(true)
    }
    expect((await grammar(bashGrammar))(latestVersionCommand(imageDefinitionId)).hasError).toBe(false)
  })

  it.each<[string, Partial<VersionEvents>, string[]]>([
    ['a webhook', {}, []],
    ['a name of two characters', { name: 'ab' }, ['NameInvalid']],
    ['a queue', { destination: 'StorageQueue', queueName: 'A' }, ['ResourceIdInvalid', 'QueueNameInvalid']],
    ['the ID of another function', { destination: 'AzureFunction', resourceId: '/x' }, ['ResourceIdInvalid']],
  ])('is checked: %s', (_, more, codes) => {
    expect(versionEventsIssues({ ...events, ...more }, url).map(({ code }) => code)).toEqual(codes)
  })

  it('is not for a webhook over http', () => {
    expect(versionEventsIssues(events, url.replace('https', 'http'))).toEqual([
      { field: 'endpointUrl', code: 'AddressInvalid' },
    ])
  })
})
