// The floor of a start: Node's own http server and nothing else.
import { createServer } from 'node:http'

createServer((_, reply) => reply.end('ready')).listen(Number(process.env.PORT), '127.0.0.1')
