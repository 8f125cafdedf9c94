/** Texts of what the policies at a gallery say to a plan, in English: the source of the type that every language fills. */
export const policyEn = {
  denied: (names: string) => `Azure Policy would refuse this version: ${names}`,
  deniedAdvice:
    'Choose the encryption that the policy asks for, or ask those who assigned it for an exemption. Until then Azure takes no version like this one.',
  audited: (names: string) => `Azure Policy would report this version: ${names}`,
  auditedAdvice: 'Azure takes the version and lists it as non-compliant.',
  compliant: 'The policies assigned at the gallery are met, as far as the portal can judge by them.',
  cells: (cells: string) => `Not as asked: ${cells}.`,
  unread: 'Which policies are assigned at the gallery could not be read, so Azure may still refuse for one.',
  notJudged: (names: string) =>
    `The portal cannot judge by these policies, and Azure may still refuse for one: ${names}.`,
  more: (cells: string, more: string) => `${cells} and ${more} more`,
}

export type PolicyTexts = typeof policyEn
