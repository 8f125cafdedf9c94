const mostExamples = 3

/**
 * The queries of Resource Graph for what depends on the versions in a scope, the ID of a definition, a gallery or a
 * subscription. Each answers rows of `id`, a version's in lower case, and `ids`, some of what depends on it; the ID of
 * a definition and `/versions/` has the machines whose version Azure does not say. The model of a scale set that
 * follows the latest is of no version. `literal` writes a text as a literal of the query language.
 */
export function retentionQueries(scope: string, literal: (text: string) => string) {
  const within = scope.toLowerCase()
  // The image of a machine, a disk or an instance, and the number that it really got:
  // https://learn.microsoft.com/rest/api/compute/virtual-machines/get
  const versionSteps = [
    `extend image = tolower(coalesce(tostring(properties.creationData.galleryImageReference.id),
      tostring(properties.storageProfile.imageReference.id),
      tostring(properties.virtualMachineProfile.storageProfile.imageReference.id)))`,
    `where image startswith ${literal(`${within}/`)} or image == ${literal(within)}`,
    `extend version = iff(image contains '/versions/', image,
      strcat(image, '/versions/', tostring(properties.storageProfile.imageReference.exactVersion)))`,
  ]
  // Resource Graph continues after 1,000 rows only if they have an ID; without an order, some could be missing then.
  // https://learn.microsoft.com/azure/governance/resource-graph/concepts/paging-results
  const summary = `summarize ids = make_list(id, ${mostExamples}) by version | project id = version, ids | order by id asc`
  const query = (...steps: string[]) => steps.join('\n| ')
  return {
    /** machines, disks and scale sets */
    made: query(
      'Resources',
      "where type in~ ('microsoft.compute/virtualmachines', 'microsoft.compute/virtualmachinescalesets', 'microsoft.compute/disks')",
      ...versionSteps,
      "where type !~ 'microsoft.compute/virtualmachinescalesets' or image contains '/versions/'",
      summary,
    ),
    /** of scale sets */
    instances: query(
      'ComputeResources',
      "where type =~ 'microsoft.compute/virtualmachinescalesets/virtualmachines'",
      ...versionSteps,
      summary,
    ),
    /** other versions, wherever they are, of which one is the source */
    sources: query(
      'Resources',
      "where type =~ 'microsoft.compute/galleries/images/versions'",
      'extend version = tolower(tostring(properties.storageProfile.source.id))',
      `where version startswith ${literal(`${within}/`)}`,
      summary,
    ),
  }
}
