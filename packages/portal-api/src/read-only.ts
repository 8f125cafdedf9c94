/** On every response of the API: `true` while an operator has set the portal to read-only, otherwise `false`. */
export const readOnlyHeader = 'portal-read-only'
