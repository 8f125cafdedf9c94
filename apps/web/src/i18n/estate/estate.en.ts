/** The English texts of the frame of the estate. */
export const estateEn = {
  title: 'Estate',
  subtitle: 'Encryption and keys in all your subscriptions',
  views: 'Views',
  posture: 'Posture',
}

export type EstateTexts = typeof estateEn
