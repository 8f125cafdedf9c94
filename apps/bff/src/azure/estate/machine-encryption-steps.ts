const ofType = (type: string) => `countif(encryptionType == '${type}')`

// What Azure stores says the disk itself: a machine names the sets alone. No ID contains a vertical line.
const disksByMachine = `Resources
  | where type =~ 'microsoft.compute/disks' and isnotempty(managedBy)
  | extend machine = tolower(managedBy), encryptionType = tostring(properties.encryption.type)
  | summarize known = count(), platform = ${ofType('EncryptionAtRestWithPlatformKey')},
    customer = ${ofType('EncryptionAtRestWithCustomerKey')},
    doubly = ${ofType('EncryptionAtRestWithPlatformAndCustomerKeys')},
    disks = make_list(strcat(id, '|', encryptionType, '|', tostring(properties.encryption.diskEncryptionSetId)))
    by machine`

/** The step that keeps rows whose `image` is the ID of a gallery's image version or definition. */
export const isFromGallery = "where image contains '/galleries/'"

/**
 * The steps that add whose keys encrypt a machine's disks, as `encryption`, and its `disks`, to rows with `machine`,
 * its ID in lowercase, and `storage`, its storage profile.
 */
export const machineEncryptionSteps = [
  `join kind=leftouter (${disksByMachine}) on machine`,
  `extend dataDisks = coalesce(array_length(storage.dataDisks), 0), isConfidential =
    tostring(storage.osDisk.managedDisk.securityProfile.securityEncryptionType) == 'DiskWithVMGuestState'`,
  // fewer disks than the machine has: the user can't read all of them
  `extend encryption = case(isnull(known) or known <= dataDisks, 'unknown', isConfidential and dataDisks == 0,
    'confidential', isConfidential, 'mixed', platform == known, 'platform', customer == known, 'customer',
    doubly == known, 'double', 'mixed')`,
]
