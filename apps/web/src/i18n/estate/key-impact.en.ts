/** The English texts of key impact. */
export const keyImpactEn = {
  choose: 'Choose a disk encryption set',
  advice: 'Its page shows the image versions it encrypts.',
  toSets: 'Go to disk encryption sets',
}

export type KeyImpactTexts = typeof keyImpactEn
