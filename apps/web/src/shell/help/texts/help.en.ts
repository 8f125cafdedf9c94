/** The texts around the guide. */
export const helpEn = {
  guide: 'Guide',
  pages: 'Guide pages',
  onThisPage: 'On this page',
  search: 'Search the guide',
  clearSearch: 'Clear search',
  results: 'Search results',
  found: (count: string) => `Results: ${count}`,
  nothingFound: 'No results. Check the spelling, or use fewer words.',
  loading: 'Loading the guide',
  previous: 'Previous',
  next: 'Next',
  turnPages: 'Previous and next page',
  print: 'Print page',
  enlarge: (picture: string) => `Enlarge picture: ${picture}`,
  close: 'Close',
  code: 'Code',
  copy: 'Copy code',
  table: 'Table, scrollable',
  notFound: 'Page not found',
  notFoundAdvice: 'The guide has no page at this address. Select one from the list, or search.',
}

export type HelpTexts = typeof helpEn
