/** The step that keeps rows whose `image` is the ID of a gallery's image version or definition. */
export declare function isFromGallery(image: string): string
/**
 * The steps that add whose keys encrypt a machine's disks, as `encryption`, and its `disks`, to rows with `machine`,
 * its ID in lowercase, and `storage`, its storage profile.
 */
export declare const machineEncryptionSteps: string[]
