/** What policies would do to one kind of request. */
interface RequestTexts {
  denied: (names: string) => string
  deniedAdvice: string
  audited: (names: string) => string
  auditedAdvice: string
  compliant: string
  unread: string
}

const unread = 'Couldn’t read the assigned policies. Azure might still deny the request.'

/** Texts of what policies say to what would be sent, in English: the source of the type that every language fills. */
export const policyEn = {
  requests: {
    version: {
      denied: (names: string) => `Azure Policy would deny this version: ${names}`,
      deniedAdvice: 'Choose the encryption the policy requires, or ask for an exemption.',
      audited: (names: string) => `Azure Policy would flag this version: ${names}`,
      auditedAdvice: 'Azure creates the version and lists it as non-compliant.',
      compliant: 'No problems found with the policies assigned to the gallery.',
      unread,
    },
    update: {
      denied: (names: string) => `Azure Policy would deny this update: ${names}`,
      deniedAdvice:
        'Choose the encryption the policy requires, or ask for an exemption. To change an existing region’s encryption, remove the region and add it again.',
      audited: (names: string) => `Azure Policy would flag this version: ${names}`,
      auditedAdvice: 'Azure updates the version and lists it as non-compliant.',
      compliant: 'No problems found with the policies assigned to the gallery.',
      unread,
    },
    machine: {
      denied: (names: string) => `Azure Policy would deny this virtual machine: ${names}`,
      deniedAdvice:
        'Choose disk encryption sets or an image that meet the policy, choose another resource group, or ask for an exemption.',
      audited: (names: string) => `Azure Policy would flag this virtual machine: ${names}`,
      auditedAdvice: 'Azure creates the virtual machine and lists it as non-compliant.',
      compliant: 'No problems found with the disk encryption policies assigned to the resource group.',
      unread,
    },
  } satisfies Record<string, RequestTexts>,
  cells: (cells: string) => `Non-compliant: ${cells}.`,
  notJudged: (names: string) =>
    `The portal can’t evaluate these policies, so Azure might still deny the request: ${names}.`,
  more: (cells: string, more: string) => `${cells}, +${more}`,
}

export type PolicyTexts = typeof policyEn
