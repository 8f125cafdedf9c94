// The minimum of a start: only Node's own http server.
import { createServer } from 'node:http'

createServer((_, reply) => reply.end('ready')).listen(Number(process.env.PORT), '127.0.0.1')
