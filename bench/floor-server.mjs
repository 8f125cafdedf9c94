// What Node itself needs until a server answers.
import { createServer } from 'node:http'

createServer((_, reply) => reply.end()).listen(Number(process.env.PORT), '127.0.0.1')
