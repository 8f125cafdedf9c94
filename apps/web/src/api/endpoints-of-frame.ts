// What the frame itself calls: loaded apart with their schemas (8 kB), after the first page.
export { endSession, getConfiguration } from '@portal/portal-api'
