// Azure as the portal calls it, next to a session's az and with the same service principal.
import { setDefaultCACertificates } from 'node:tls'
import { apiVersionToCreate, imageVersionApiVersion, imageVersionId, toArm } from '@portal/image-version'

/** @typedef {Awaited<ReturnType<typeof import('./session.mjs').startAzSession>>} AzSession */
/** @typedef {Awaited<ReturnType<typeof startedPortal>>} Portal */
/** @typedef {import('@portal/image-version').ImageVersionPlan} Plan */

const aDay = 86_400_000

/** @param {AzSession} session signed in */
export async function startedPortal({ simulator, cert, az }) {
  setDefaultCACertificates([cert])
  const { stdout: token } = await az('account get-access-token --query accessToken --output tsv'.split(' '))

  /** One request; `body` undefined: none. Throws Azure's error if it refuses. */
  async function arm(/** @type {string} */ method, /** @type {string} */ path, /** @type {object} [body] */ body) {
    const response = await fetch(new URL(path, simulator.url), {
      method,
      headers: { authorization: `Bearer ${token.trim()}`, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const answer = await response.json()
    if (!response.ok) throw new Error(`${method} ${path}: ${JSON.stringify(answer)}`)
    return answer
  }

  const pathIn = (/** @type {string} */ apiVersion, /** @type {Plan} */ plan) =>
    `${imageVersionId(plan)}?api-version=${apiVersion}`
  /** Waits until all of Azure's operations have ended. */
  const settle = () => simulator.clock.advance(aDay)
  return {
    arm,
    settle,
    /** Creates the version, or changes it to `body`, as the portal does. */
    put: (/** @type {Plan} */ plan, /** @type {object | undefined} */ body) =>
      body === undefined
        ? arm('PUT', pathIn(apiVersionToCreate(plan), plan), toArm(plan))
        : arm('PUT', pathIn(imageVersionApiVersion, plan), body),
    /** The complete version that Azure has created from the plan. */
    get(/** @type {Plan} */ plan) {
      settle()
      return arm('GET', pathIn(imageVersionApiVersion, plan))
    },
  }
}

/** A version as Azure stores it, without its names and its creation time. */
export function comparable({ location, tags = {}, properties }) {
  const { publishedDate: _, ...publishingProfile } = properties.publishingProfile
  return { location, tags, properties: { ...properties, publishingProfile } }
}
