/** The English texts of the frame of the estate. */
export const estateEn = {
  title: 'Encryption overview',
  subtitle: 'Encryption and keys in all your subscriptions',
}

export type EstateTexts = typeof estateEn
