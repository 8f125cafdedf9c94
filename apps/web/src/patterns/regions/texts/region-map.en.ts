/** The texts of maps of regions. */
export const regionMapEn = {
  ofVersion: 'Map of the target regions. The table has the same information.',
  ofPosture: 'Map of the source regions. The list by region has the same information.',
  postureTitle: 'Image versions by source region',
  ofChoice: 'Map of regions',
  choose: 'Choose regions on a map',
  show: 'Show map',
  hide: 'Hide map',
  unread: 'Couldn’t read where the regions are.',
  ownKeys: 'Customer-managed keys',
  differs: 'Not as requested',
  dot: (region: string, state: string, encryption: string) => `${region}: ${state}. ${encryption}.`,
  versionsUnderOwnKeys: (region: string, own: string, all: string) =>
    `${region}: image versions with customer-managed keys: ${own} of ${all}`,
  allOwnKeys: 'All with customer-managed keys',
  someOwnKeys: 'Some with customer-managed keys',
  noOwnKeys: 'None with customer-managed keys',
  keys: 'Arrow keys move between regions. Space adds or removes a region.',
}

export type RegionMapTexts = typeof regionMapEn
