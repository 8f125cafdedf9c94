// The minimum of a call: Node's own http server, one undici Pool, the reply passed on unchanged.
import { createServer } from 'node:http'
import { Pool } from 'undici'

const pool = new Pool(process.env.UPSTREAM, { connections: 64 })

async function pass(request, reply) {
  const { statusCode, headers, body } = await pool.request({
    path: request.url,
    method: 'GET',
    headers: { authorization: 'Bearer arm' },
  })
  reply.writeHead(statusCode, { 'content-type': headers['content-type'] })
  body.pipe(reply)
}

createServer((request, reply) => {
  pass(request, reply).catch(() => reply.writeHead(502).end())
}).listen(Number(process.env.PORT), '127.0.0.1')
