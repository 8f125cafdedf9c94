/** The English texts of posture and of its report. */
export const postureEn = {
  openReport: 'Open report',
  subjects: {
    imageVersions: { title: 'Image versions', none: 'No image versions found' },
    disks: { title: 'Disks from image versions', none: 'No disks from image versions found' },
    virtualMachines: { title: 'Virtual machines from image versions', none: 'No virtual machines found' },
  },
  noneAdvice: 'Only resources that you have permission to view are counted.',
  ownKeysOnly: 'with customer-managed keys only',
  shareOf: (own: string, total: string) => `${own} of ${total}`,
  subject: 'Resources',
  grouping: 'Group by',
  groupings: { subscription: 'Subscription', gallery: 'Gallery', region: 'Region', age: 'Age' },
  heads: {
    platform: 'Platform',
    customer: 'Customer',
    double: 'Double',
    confidential: 'Confidential',
    mixed: 'Mixed',
    unknown: 'Unknown',
  },
  search: 'Search by name',
  share: 'Share',
  total: 'Total',
  coverage: {
    title: 'Coverage',
    description: 'Only resources that you have permission to view are counted. Azure doesn’t list other subscriptions.',
    included: (count: string) => `Subscriptions included: ${count}`,
    none: 'No gaps found.',
    partial: 'Partial view: some resources can’t be read',
    details: 'Show coverage',
    subscription: 'Subscription',
    missing: 'Missing',
    gaps: {
      hidden: (count: string) =>
        `No permission to view this subscription. Resources you can view refer to it: ${count}`,
      notCovered: () => 'Azure Resource Graph returned nothing for this subscription.',
      unreadSets: (count: string) =>
        `Disk encryption sets you can’t view: ${count}. Their versions count as customer-managed, even with double encryption.`,
      unreadDisks: (count: string) => `Virtual machines with disks you can’t view: ${count}`,
      noGroups: () => 'No resource groups to display: the subscription is empty, or you don’t have permission.',
    },
  },
  report: {
    title: 'Encryption report',
    subtitle: 'Encryption and keys in all your subscriptions',
    print: 'Print report',
    loading: 'Reading figures for the report',
    facts: { date: 'Date', tenant: 'Tenant', user: 'Requested by' },
    bySubject: 'Figures by encryption',
    byGrouping: (subject: string, grouping: string) => `${subject} by ${grouping.toLowerCase()}`,
    resource: 'Resources',
    problems: 'Disk encryption sets with problems',
    checked: (checked: string, total: string) =>
      `Sets checked: ${checked} of ${total}. The state of the keys themselves isn’t included.`,
    noProblems: 'No problems found in the sets that were checked.',
    set: 'Disk encryption set',
    region: 'Region',
    problem: 'Problem',
    queries: 'Azure Resource Graph queries',
    queriesNote: 'All figures come from these queries, with your own permissions.',
    ofProblems: (number: string) => `Disk encryption sets with problems, query ${number}`,
    ofCoverage: (number: string) => `Coverage, query ${number}`,
  },
}

export type PostureTexts = typeof postureEn
