// The simulated Azure of the soak, behind a proxy through which the portal reaches it. Each message names what goes
// wrong from now on; the answer has a token for each user, and how many times Azure has accepted each new version.
import { createServer, request as send } from 'node:http'
import { runningSimulator } from '../../apps/bff/src/demo.ts'
import { signInByHttp } from '../../apps/bff/src/testing/portal.ts'
import { contoso, startAzureSimulator } from '../../packages/azure-simulator/src/index.ts'
import { misbehaviour } from '../bulkheads/misbehaviour.mjs'
import { tellParent } from '../forked.mjs'
import { withColleagues } from './colleagues.mjs'

const world = contoso()
const names = withColleagues(world, Number(process.env.USERS))
const azure = await startAzureSimulator({ world, throttling: 'off' })

const behaviour = misbehaviour()
let losesAnswers = false
let writes = 0
const accepted = new Map()

const proxy = createServer((request, reply) => {
  const forward = () => {
    const { method, url: path, headers } = request
    const onward = send({ host: '127.0.0.1', port: azure.port, method, path, headers }, (answer) => {
      const isWrite = method === 'PUT' && answer.statusCode < 300
      if (isWrite) accepted.set(path.split('?')[0], (accepted.get(path.split('?')[0]) ?? 0) + 1)
      if (isWrite && losesAnswers && (writes += 1) % 2 === 1) return void reply.destroy()
      reply.writeHead(answer.statusCode, answer.headers)
      answer.pipe(reply)
    })
    onward.on('error', () => reply.destroy())
    request.pipe(onward)
  }
  behaviour.send(request.url, reply, forward)
})
await new Promise((resolve) => proxy.listen(0, '127.0.0.1', resolve))

const tokens = () => Promise.all(names.map((name) => signInByHttp(azure, name)))
const simulator = { ...runningSimulator(azure), directUrl: `http://localhost:${proxy.address().port}` }
tellParent({ simulator, tokens: await tokens() }, async ({ service, how, signIn } = {}) => {
  losesAnswers = how === 'loses answers to writes'
  behaviour.begin(service, losesAnswers || how === undefined ? 'is well' : how)
  return { tokens: signIn ? await tokens() : [], accepted: Object.fromEntries(accepted) }
})
