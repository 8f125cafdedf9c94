/** Something that a world can show, and what shows it. */
export interface Scenario {
  /** `region-fails`: the portal has the text */
  id: string
  category: 'firstSteps' | 'keys' | 'regions' | 'policies' | 'rights' | 'limits'
  /** about how long it takes */
  minutes: number
  /** what to choose: resources, or regions (`/subscriptions/{id}/locations/japaneast`) */
  resourceIds: string[]
  /** user name of who to sign in as */
  persona?: string
  /** what a new version of the image definition in `resourceIds` is to be like */
  draft?: ScenarioDraft
  /** besides the draft's version: what is as at first when it begins, with all below; or the sets of a region */
  restores?: string[]
  /** the key that it disables and enables */
  keyId?: string
  /** instead: the vault of another tenant that it lets an application in to */
  letsIn?: { appId: string; vaultId: string }
}

/** A version that is ready for the point of a scenario. */
export interface ScenarioDraft {
  version: string
  /** where the point is */
  tab: 'basics' | 'replication' | 'encryption' | 'review'
  /** a managed image or a virtual machine; or an OS disk and data disks, by LUN; none: the visitor chooses it */
  sourceIds: string[]
  /** the version's own region first; `sets`: for the OS disk and each LUN, '' for none; without any: platform keys */
  regions: { name: string; sets: string[] }[]
}
