import { expect, it } from 'vitest'
import { controllerChangeIssues, withControllers, type ControllerChange } from './controller-change.ts'

const nvme: ControllerChange = { diskControllerTypes: 'SCSI, NVMe', startsAtVersion: '2.0.0' }

it.each<[string, ControllerChange, string[]]>([
  ['NVMe from a version on', nvme, []],
  ['what it already has', { ...nvme, diskControllerTypes: 'SCSI' }, ['ControllersUnchanged']],
  ['no version', { ...nvme, startsAtVersion: '' }, ['StartVersionInvalid']],
  ['a version that Azure doesn’t number so', { ...nvme, startsAtVersion: '02.0.0' }, ['StartVersionInvalid']],
  ['half a version', { ...nvme, startsAtVersion: '2.0' }, ['StartVersionInvalid']],
])('judges %s', (_, change, codes) => {
  expect(controllerChangeIssues({}, change)).toEqual(codes)
})

it('lets controllers start at an earlier version', () => {
  const definition = { diskControllerTypes: 'SCSI, NVMe', diskControllersStartAt: '2.0.0' } as const
  expect(controllerChangeIssues(definition, { ...nvme, startsAtVersion: '1.0.0' })).toEqual([])
  expect(controllerChangeIssues(definition, nvme)).toEqual(['ControllersUnchanged'])
})

it('sends back all that is stored, with the controllers changed on purpose', () => {
  const stored = {
    location: 'westus',
    tags: { team: 'images' },
    properties: {
      provisioningState: 'Succeeded',
      osType: 'Linux',
      features: [
        { name: 'DiskControllerTypes', value: 'SCSI' },
        { name: 'SecurityType', value: 'TrustedLaunch', startsAtVersion: '1.0.0' },
      ],
    },
  }
  expect(withControllers(stored, nvme)).toEqual({
    location: 'westus',
    tags: { team: 'images' },
    properties: {
      osType: 'Linux',
      allowUpdateImage: true,
      features: [
        { name: 'SecurityType', value: 'TrustedLaunch', startsAtVersion: '1.0.0' },
        { name: 'DiskControllerTypes', value: 'SCSI, NVMe', startsAtVersion: '2.0.0' },
      ],
    },
  })
})

it('gives a definition without features its first', () => {
  expect(withControllers({ location: 'westus', properties: {} }, nvme).properties['features']).toEqual([
    { name: 'DiskControllerTypes', value: 'SCSI, NVMe', startsAtVersion: '2.0.0' },
  ])
})
