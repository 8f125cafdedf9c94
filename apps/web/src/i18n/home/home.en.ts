/** The English texts of Home. */
export const homeEn = {
  title: 'Home',
  subtitle: 'Image versions in Azure Compute Gallery, encrypted with your own keys',
  create: 'Create image version',
}

export type HomeTexts = typeof homeEn
