import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import { describe, expect, it } from 'vitest'
import { parseDocument } from 'yaml'
import { readConfig } from '../../apps/bff/src/config.ts'
import { restrictionsIn } from '../../apps/bff/src/operators/restrictions.ts'
import { root } from '../../scripts/run-step.mjs'

const folder = import.meta.dirname

/** One YAML file; throws if it is not well-formed, or has a duplicate key. */
function parsed(file) {
  const document = parseDocument(readFileSync(join(folder, file), 'utf8'))
  if (document.errors.length > 0) throw document.errors[0]
  return document.toJS()
}

const kustomization = parsed('kustomization.yaml')
const manifests = kustomization.resources.map(parsed)
const one = (kind) => manifests.find((manifest) => manifest.kind === kind)
const deployment = one('Deployment')
const pod = deployment.spec.template
const [container] = pod.spec.containers
const variables = parseEnv(readFileSync(join(folder, 'configuration.env'), 'utf8'))

/**
 * The compiler's errors for manifests checked against Kubernetes' own API, from which kubernetes-types is generated:
 * unknown, missing, or wrongly typed fields. One list for each manifest.
 */
function faultsAgainstTheApi(all) {
  const source = all.map((manifest, index) => {
    const group = manifest.apiVersion.includes('/')
      ? manifest.apiVersion.replace('.k8s.io/', '/')
      : `core/${manifest.apiVersion}`
    return `import type { ${manifest.kind} as T${index} } from 'kubernetes-types/${group}'; export const m${index}: T${index} = ${JSON.stringify(manifest)}`
  })
  const cache = join(root, 'node_modules/.cache/kubernetes-manifests')
  mkdirSync(cache, { recursive: true })
  writeFileSync(join(cache, 'manifests.ts'), source.join('\n'))
  const options = '--noEmit --strict --ignoreConfig --module esnext --moduleResolution bundler --pretty false'.split(
    ' ',
  )
  const tsc = join(root, 'node_modules/typescript/bin/tsc')
  const { stdout, stderr } = spawnSync(process.execPath, [tsc, ...options, 'manifests.ts'], {
    cwd: cache,
    encoding: 'utf8',
  })
  const faults = all.map(() => [])
  for (const line of `${stdout}${stderr}`.split('\n').filter((text) => /error/.test(text))) {
    const [, at, fault] = /^manifests\.ts\((\d+),\d+\): (.*)/.exec(line) ?? []
    if (at === undefined) throw new Error(line)
    faults[Number(at) - 1].push(fault)
  }
  return faults
}

const changed = (manifest, change) => {
  const copy = structuredClone(manifest)
  change(copy)
  return copy
}

describe('the manifests', () => {
  it('are all files of the folder', () => {
    const files = readdirSync(folder).filter((file) => file.endsWith('.yaml') && file !== 'kustomization.yaml')
    expect(kustomization.resources.toSorted()).toEqual(files.toSorted())
  })

  it('are what the API of Kubernetes takes, and a slip of the pen is found', { timeout: 60_000 }, () => {
    const slips = [
      [deployment, (copy) => (copy.spec.template.spec.containers[0].readinesProbe = {})],
      [deployment, (copy) => (copy.spec.template.spec.containers[0].securityContext.readOnlyRootFileSystem = true)],
      [deployment, (copy) => (copy.spec.replicas = '3')],
      [deployment, (copy) => delete copy.spec.selector],
      [one('Ingress'), (copy) => delete copy.spec.rules[0].http.paths[0].pathType],
      [one('NetworkPolicy'), (copy) => (copy.spec.egress[0].port = 53)],
    ]
    const faults = faultsAgainstTheApi([...manifests, ...slips.map(([manifest, change]) => changed(manifest, change))])
    expect(faults.slice(0, manifests.length).flat()).toEqual([])
    for (const found of faults.slice(manifests.length)) expect(found).not.toEqual([])
  })

  it('select the pods, and reach the port, that there are', () => {
    const selectors = [
      deployment.spec.selector.matchLabels,
      one('Service').spec.selector,
      one('PodDisruptionBudget').spec.selector.matchLabels,
      one('NetworkPolicy').spec.podSelector.matchLabels,
      ...pod.spec.topologySpreadConstraints.map(({ labelSelector }) => labelSelector.matchLabels),
    ]
    for (const selector of selectors) expect(pod.metadata.labels).toMatchObject(selector)
    expect(one('Service').spec.ports[0].targetPort).toBe(container.ports[0].name)
    expect(container.ports[0].containerPort).toBe(4280)
    expect(one('Ingress').spec.rules[0].http.paths[0].backend.service).toEqual({
      name: 'portal',
      port: { name: 'http' },
    })
    expect(kustomization.images[0].name).toBe(container.image)
    expect(pod.spec.serviceAccountName).toBe(one('ServiceAccount').metadata.name)
  })
})

describe('the server in a pod', () => {
  it('starts with the variables of the folder and the token of its workload identity', () => {
    // as the webhook of workload identity sets it
    const federated = {
      AUTH_MODE: 'entra',
      AZURE_FEDERATED_TOKEN_FILE: '/var/run/secrets/azure/tokens/azure-identity-token',
    }
    const config = readConfig({ ...variables, ...federated })
    expect(config).toMatchObject({ credential: { type: 'federated' }, trustProxy: 1 })
    expect(pod.metadata.labels).toMatchObject({ 'azure.workload.identity/use': 'true' })
    const annotations = one('ServiceAccount').metadata.annotations
    expect(annotations['azure.workload.identity/client-id']).toBe(variables.API_CLIENT_ID)
    expect(new URL(variables.PUBLIC_ORIGIN).host).toBe(one('Ingress').spec.rules[0].host)
  })

  it('reads the decisions of the operators from a ConfigMap that changes while it runs', () => {
    const [, operators] = kustomization.configMapGenerator
    expect(operators).toMatchObject({ files: ['operators'], options: { disableNameSuffixHash: true } })
    expect(pod.spec.volumes).toContainEqual({ name: 'operators', configMap: { name: operators.name } })
    const { mountPath, subPath } = container.volumeMounts.find(({ name }) => name === 'operators')
    expect([`${mountPath}/operators`, subPath]).toEqual([variables.OPERATORS_FILE, undefined])
    expect(restrictionsIn(readFileSync(join(folder, 'operators'), 'utf8')).faults).toEqual([])
  })

  it('runs as the pod security standard "restricted" asks, and writes nowhere', () => {
    expect(pod.spec.securityContext).toMatchObject({ runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } })
    expect(container.securityContext).toEqual({
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    })
    expect(one('Namespace').metadata.labels['pod-security.kubernetes.io/enforce']).toBe('restricted')
    for (const mount of container.volumeMounts) expect(mount.readOnly).toBe(true)
  })

  it('gets each write once, whatever becomes of the first pod', () => {
    const annotations = one('Ingress').metadata.annotations
    expect(annotations['nginx.ingress.kubernetes.io/proxy-next-upstream']).toBe('off')
    expect(annotations['nginx.ingress.kubernetes.io/proxy-read-timeout']).toBe('120')
  })

  it('is asked for the scripts of its own version, while pods of two versions run', () => {
    const [all, assets] = manifests.filter(({ kind }) => kind === 'Ingress')
    expect(assets.metadata.annotations).toEqual({
      'nginx.ingress.kubernetes.io/proxy-next-upstream': 'error timeout http_404',
    })
    const [path] = all.spec.rules[0].http.paths
    const rules = [{ ...all.spec.rules[0], http: { paths: [{ ...path, path: '/assets/' }] } }]
    expect(assets.spec).toEqual({ ...all.spec, rules })
  })

  it('is replaced without a gap, and has the time to end that it takes', () => {
    expect(deployment.spec).toMatchObject({ replicas: 3, strategy: { rollingUpdate: { maxUnavailable: 0 } } })
    // 5 s until balancers have noticed, 20 s for what is under way
    expect(pod.spec.terminationGracePeriodSeconds).toBeGreaterThan(25)
    expect(container.livenessProbe.httpGet.path).toBe('/livez')
    expect(container.readinessProbe.httpGet.path).toBe('/readyz')
  })
})
