/**
 * How a Dockerfile names its base image, in its `ARG NODE_IMAGE`.
 * @param {string} dockerfile its text
 * @returns {{ faults: string[], advice?: string }} sentences; advice if the name could refer to another image later
 */
export function baseImage(dockerfile) {
  const named = dockerfile.match(/^ARG NODE_IMAGE=(.*)$/m)?.[1] ?? ''
  const [image = '', ...digests] = named.split('@')
  const faults = [
    ...(/^[\w.-]+(:\d+)?\/[\w./-]+:24\.\d+\.\d+-\w+-slim$/.test(image)
      ? []
      : [`"${image}" is no version of Node 24 on a Debian: name registry, repository and version`]),
    ...(digests.every((each) => /^sha256:[0-9a-f]{64}$/.test(each)) && digests.length < 2
      ? []
      : [`"${digests.join('@')}" is no digest`]),
    ...(dockerfile.match(/^FROM .+$/gm) ?? [])
      .filter((line) => !/^FROM (\$\{NODE_IMAGE\}|manifests) AS /.test(line))
      .map((line) => `"${line}" takes another image`),
  ]
  if (digests.length > 0) return { faults }
  return { faults, advice: `${image} is a tag, which can be moved: add @sha256:… to it, or build with --build-arg` }
}
