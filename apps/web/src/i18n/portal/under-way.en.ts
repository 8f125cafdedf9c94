import type { UnderWayKind } from '@portal/portal-api'

/** The texts of what is under way, in the top bar. */
export const underWayEn = {
  title: 'Under way in Azure',
  close: 'Close',
  button: (count: number, formatted: string) => (count === 0 ? 'Nothing under way' : `${formatted} under way`),
  unknown: 'What is under way could not be read',
  nothing: 'Azure is at work on nothing in your subscriptions.',
  leave: 'Read from Azure: any browser shows the same. The work goes on without this page.',
  lag: 'What was just begun may take Azure a minute or more to tell.',
  partial: 'There is more under way than is shown here, or deployments of more resource groups than were asked for.',
  kinds: {
    imageVersion: 'Image version',
    diskEncryptionSet: 'Disk encryption set',
    virtualMachine: 'Virtual machine',
    preparation: 'Deployment of disk encryption sets',
    machineDeployment: 'Deployment of a virtual machine',
    versionWork: 'Deployment of steps on an image version',
  } satisfies Record<UnderWayKind, string> as Record<UnderWayKind, string>,
  states: {
    Creating: 'being created',
    Updating: 'being updated',
    Deleting: 'being deleted',
    Migrating: 'being moved',
    Running: 'running',
    Accepted: 'about to begin',
  } as Record<string, string>,
  since: (time: string, elapsed: string) => `since ${time}, ${elapsed} so far`,
  progressOf: (name: string) => `Replication of ${name}`,
  inGroup: (group: string) => `in ${group}`,
  finished: (names: string) => `No longer under way in Azure: ${names}`,
}

export type UnderWayTexts = typeof underWayEn
