/** What policies would do to one kind of request. */
interface RequestTexts {
  denied: (names: string) => string
  deniedAdvice: string
  audited: (names: string) => string
  auditedAdvice: string
  compliant: string
  unread: string
}

/** Texts of what policies say to what would be sent, in English: the source of the type that every language fills. */
export const policyEn = {
  requests: {
    version: {
      denied: (names: string) => `Azure Policy would refuse this version: ${names}`,
      deniedAdvice:
        'Choose the encryption that the policy asks for, or ask those who assigned it for an exemption. Until then Azure takes no version like this one.',
      audited: (names: string) => `Azure Policy would report this version: ${names}`,
      auditedAdvice: 'Azure takes the version and lists it as non-compliant.',
      compliant: 'The policies assigned at the gallery are met, as far as the portal can judge by them.',
      unread: 'Which policies are assigned at the gallery could not be read, so Azure may still refuse for one.',
    },
    update: {
      denied: (names: string) => `Azure Policy would refuse this update: ${names}`,
      deniedAdvice:
        'A policy looks at the whole version, also at regions that stay as they are. Choose the encryption that it asks for in the new regions; of a region that the version has, the encryption changes only when it is removed and added again. Or ask those who assigned the policy for an exemption.',
      audited: (names: string) => `Azure Policy would report this version: ${names}`,
      auditedAdvice: 'Azure takes the update and lists the version as non-compliant.',
      compliant: 'The policies assigned at the gallery are met, as far as the portal can judge by them.',
      unread: 'Which policies are assigned at the gallery could not be read, so Azure may still refuse for one.',
    },
    machine: {
      denied: (names: string) => `Azure Policy would refuse this virtual machine: ${names}`,
      deniedAdvice:
        'Choose disk encryption sets as the policy asks, or another resource group, or ask those who assigned it for an exemption. Until then Azure takes no virtual machine like this one.',
      audited: (names: string) => `Azure Policy would report this virtual machine: ${names}`,
      auditedAdvice: 'Azure takes the virtual machine and lists it as non-compliant.',
      compliant:
        'The policies assigned at the resource group that are about disk encryption are met, as far as the portal can judge by them.',
      unread: 'Which policies are assigned at the resource group could not be read, so Azure may still refuse for one.',
    },
  } satisfies Record<string, RequestTexts>,
  cells: (cells: string) => `Not as asked: ${cells}.`,
  notJudged: (names: string) =>
    `The portal cannot judge by these policies, and Azure may still refuse for one: ${names}.`,
  more: (cells: string, more: string) => `${cells} and ${more} more`,
}

export type PolicyTexts = typeof policyEn
