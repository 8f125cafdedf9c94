import type { ImageVersionAct, Permission } from '@portal/portal-api'

/** The texts of a version's page that come with its code. */
export const imageVersionEn = {
  updateReplication: 'Update replication',
  createVirtualMachine: 'Create virtual machine',
  remaining: (duration: string) => `about ${duration} left at the pace seen here`,
  json: {
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
}

export type ImageVersionTexts = typeof imageVersionEn
