// The portal's server as in production, on the stub instead of Azure; requests are logged to nowhere.
import { createServer } from 'node:http'
import pino from 'pino'
import { createApp } from '../apps/bff/src/app.ts'
import { stubCloud, stubRegistration } from './stub-cloud.mjs'

const { handler } = createApp({
  cloud: stubCloud,
  registration: stubRegistration,
  // The lines are created, as in production, and discarded.
  logger: pino({ level: 'info' }, { write() {} }),
  requestsPerSecond: { address: Infinity, user: Infinity, userWrites: Infinity },
})
createServer(handler).listen(Number(process.env.PORT), '127.0.0.1')
