/** The English texts of posture. */
export const postureEn = {
  versions: 'Image versions by encryption',
  encryption: 'Encryption',
  count: 'Image versions',
}

export type PostureTexts = typeof postureEn
