/** On every answer of the API: `true` while those who run the portal let it write nothing, otherwise `false`. */
export const readOnlyHeader = 'portal-read-only'
