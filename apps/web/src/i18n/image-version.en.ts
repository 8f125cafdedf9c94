import type { ImageVersionAct, Permission, VersionWork, VersionWorkStep } from '@portal/portal-api'

/** The texts of a version's page that come with its code. */
export const imageVersionEn = {
  updateReplication: 'Update replication',
  createVirtualMachine: 'Create virtual machine',
  createNextVersion: 'Create the next version like this',
  remaining: (duration: string) => `about ${duration} left at the pace seen here`,
  json: {
    label: 'The JSON of this version',
    heading: 'JSON as Azure has it',
    intro: 'The answer of Azure Resource Manager with nothing left out, as any other client would get it.',
    show: 'Show the JSON',
    hide: 'Hide the JSON',
    copy: 'Copy the JSON',
  },
  permissions: {
    heading: 'What you may do',
    intro: 'As Azure’s roles give it to your account. The portal can do nothing that your account may not.',
    what: 'What',
    answer: 'You',
    action: 'Action and scope',
    acts: {
      read: 'See this version',
      update: 'Update its regions and publishing options',
      repair: 'Repair a region, or add regions in batches',
      delete: 'Delete this version',
      createVirtualMachine: 'Create virtual machines in its resource group',
      readSets: 'See the disk encryption sets of its subscription',
    } satisfies Record<ImageVersionAct, string> as Record<ImageVersionAct, string>,
    answers: {
      allowed: 'Allowed',
      forbidden: 'Not allowed',
      unknown: 'Not known',
    } satisfies Record<Permission, string> as Record<Permission, string>,
    unknown: 'Azure does not tell you which roles you have there. What is not known may be refused when you try it.',
    lacking: 'An owner of the scope can give you what is missing:',
    request: (lines: string) => `Please give my account these rights in Azure:\n${lines}`,
    requestLine: (action: string, scope: string, role: string) =>
      `${action}\n  at ${scope}\n  for example by the role ${role}`,
    copyRequest: 'Copy the request',
  },
  work: {
    kinds: { Rollout: 'Rollout in batches', RegionRepair: 'Repair of regions' } satisfies Record<
      VersionWork['kind'],
      string
    > as Record<VersionWork['kind'], string>,
    states: {
      Running: 'Under way',
      Succeeded: 'Done',
      Failed: 'Failed',
      Canceled: 'Stopped',
    } satisfies Record<VersionWork['state'], string> as Record<VersionWork['state'], string>,
    stepStates: {
      Waiting: 'Waiting',
      Running: 'Under way',
      Succeeded: 'Done',
      Failed: 'Failed',
    } satisfies Record<VersionWorkStep['state'], string> as Record<VersionWorkStep['state'], string>,
    notTaken: 'Not taken',
    hidden: 'You may not see the deployments of the resource group, so a rollout or a repair under way is not shown.',
    since: (duration: string) => `${duration} so far`,
    started: (time: string) => `Started ${time}`,
    leave: 'Azure takes these steps by itself, one after the other. You may leave this page.',
    stopped: 'What Azure had begun it finished; the steps after it were not taken.',
    failed: 'The steps after the one that failed were not taken. The regions are as the board above shows them.',
    step: 'Step',
    add: (regions: string) => `Add ${regions}`,
    remove: (regions: string) => `Remove ${regions}`,
    change: 'Change the version',
    state: 'State',
    time: 'Time',
    took: (duration: string) => `took ${duration}`,
    stop: 'Stop after this step',
    stopping: 'Stopping…',
  },
  repair: {
    title: (regions: string) => `Replication failed in ${regions}`,
    text: 'Azure’s own advice is to remove such a region and to add it again. Mend what the reason below names first, or it fails again.',
    home: (region: string) =>
      `${region} is the version’s own region and cannot be removed. Mend the cause, then create the version again.`,
    open: 'Remove and add again…',
    openFor: (region: string) => `Remove ${region} and add it again…`,
    dialogTitle: (regions: string) => `Remove ${regions} and add again`,
    intro: 'Azure takes both steps by itself, the second once the first has ended. The other regions stay as they are.',
    first: (regions: string) => `1. Remove ${regions}`,
    second: (regions: string) => `2. Add ${regions} again, with the replicas, the storage and the encryption of before`,
    request: 'The request, as the version is now',
    requestOf: (step: string) => `Request of step ${step}`,
    copy: 'Copy the request',
    confirm: 'Remove and add again',
    starting: 'Starting…',
    cancel: 'Cancel',
    changed: 'Somebody has changed the version since this page was loaded. Look at the board, then open this again.',
    rejected: 'Nothing was sent:',
  },
}

export type ImageVersionTexts = typeof imageVersionEn
