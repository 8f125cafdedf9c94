import { campaignPrefix } from '@portal/campaign'
import { campaignTags, revocationTags } from '@portal/image-version'

/**
 * The decision of a rule on the versions of one definition as a program of jq, for scripts: the same as `decisions`.
 * Its variables are the pages that Azure answers: of ARM's lists `versions`, `locks`, `deployments` that run and the
 * `gallery`; of Resource Graph `made`, `instances` and `sources` (see `retentionQueries`); `subscriptions` with the
 * caller's permissions; and `asked`, the rule and the action. It returns `{id, reasons, successor}` for each version,
 * the lowest number first; a version without reasons goes, and `successor` is the number to use instead if it is
 * revoked.
 * https://jqlang.org/manual/v1.7/
 */
export const retentionProgram = String.raw`
def place: ascii_downcase | gsub(" "; "");
def number: split("/") | last | split(".") | map(tonumber);
def matches($pattern): ($pattern | ascii_downcase | explode | map([.] | implode
    | if . == "*" then ".*" elif test("[a-z0-9]") then . else "\\\(.)" end) | join("")) as $p
  | ascii_downcase | test("^\($p)$"; "s");
def tag($name): (.tags // {}) | to_entries | map(select((.key | ascii_downcase) == ($name | ascii_downcase))) | first | .value;
def state: .properties.provisioningState;
def target: .properties.publishingProfile.targetRegions // [] | .[];
def instant: if . == null then null else sub("[.][0-9]+"; "") | sub("[+]00:00$"; "Z")
  | if test("T") then . else . + "T00:00:00Z" end | try fromdate catch null end;
def isBusy: state | IN("Succeeded", "Failed") | not;
def isRevoked: tag("${revocationTags.date}") != null;
def offered($region; $hasArrived): select((state | IN("Failed", "Deleting", "Migrating") | not)
  and ($hasArrived or (isBusy | not)) and (.properties.publishingProfile.excludeFromLatest != true)
  and ([target | select((.name | place) == $region)] | length > 0 and all(.[]; .excludeFromLatest != true)));
def rows: if .resultTruncated == "true" then error("Resource Graph left rows out") else .data[] end;
def ids($rows): [$rows[] | {key: (.id | ascii_downcase), value: .ids}] | group_by(.key)
  | map({key: .[0].key, value: (map(.value) | add)}) | from_entries;

{versions: [$versions[].value[]], uses: [($made + $instances)[] | rows], sources: [$sources[] | rows],
 gallery: $gallery[0], deployments: [$deployments[].value[].name], subscriptions: $subscriptions, now: now,
 locks: [$locks[].value[] | {scope: (.id | sub("/providers/Microsoft.Authorization/locks/[^/]+$"; ""; "i")), level: .properties.level}]}
+ $asked[0]
| walk(if type == "object" then with_entries(select(.value != null)) else . end)
| . as $facts | .rule as $rule | .action as $action | ($rule.only // {}) as $only
| ($action == "delete") as $deletes
| (if $rule.versions then $rule.versions | map(ascii_downcase) else null end) as $chosen
| ids(.uses) as $uses | ids(.sources) as $sources
| .locks as $locks
| ["Microsoft.Compute/virtualMachines/read", "Microsoft.Compute/disks/read",
   "Microsoft.Compute/virtualMachineScaleSets/read",
   "Microsoft.Compute/virtualMachineScaleSets/virtualMachines/read",
   "Microsoft.Compute/galleries/images/versions/read"] as $reads
| ([.subscriptions[] | .value as $all | select(any($reads[]; . as $read
     | any($all[]; . as $role | ($read | any(matches($role.actions[]?); .)) and ($read | any(matches($role.notActions[]?); .) | not))
     | not)) | .name]
   + (if (.gallery.properties.sharingProfile.permissions // "Private") == "Private" then [] else [.gallery.id] end)) as $unseen
| any(.deployments[]; test("^${campaignPrefix}[0-9a-f]{16}-")) as $isCampaignAtWork
| (.versions | sort_by(.id | number)) as $all
| [$all[] | select(state != "Succeeded" and state != "Deleting") | tag("${campaignTags.predecessor}") // empty] as $replaced
| [$all[] | select(state == "Succeeded" and (isRevoked | not)) | .id] as $good
| (if $rule.keepNewest then $good[(0 - $rule.keepNewest):] else [] end) as $newest
| ([$all[] | target | .name | place] | unique) as $regions
| [$regions[] as $region | (true, false) as $hasArrived
   | [$all[] | offered($region; $hasArrived) | .id] | last // empty] as $latest
| $all[] | .id as $id | ($id | ascii_downcase) as $key | .properties.publishingProfile as $profile
| ($key | split("/versions/")) as [$definition, $name]
| ($profile.publishedDate | instant) as $published | ($profile.endOfLifeDate | instant) as $end
| isRevoked as $isRevoked
| (.location | place) as $home
| (if $only.definition then $definition | split("/") | last | matches($only.definition) else true end) as $isOfDefinition
| (if $only.version then $name | matches($only.version) else true end) as $isOfNumber
| ([$locks[] | select($deletes or .level == "ReadOnly") | (.scope | ascii_downcase) as $at
    | select("\($key)/" | startswith("\($at)/")) // select("\($at)/" | startswith("\($key)/"))] | length > 0) as $isLocked
| {id: $id, reasons: ([
    ["NotMeant", (($chosen == null or ($chosen | index($key) != null)) and $isOfDefinition and $isOfNumber
      and ($only.tag == null or tag($only.tag.name) == $only.tag.value)
      and ($only.isPastEndOfLife == null or ($end != null and $end <= $facts.now))
      and ($only.isRevoked == null or $isRevoked)
      and ($only.isExcluded == null or $profile.excludeFromLatest == true)
      and ($only.isUnderPlatformKeys == null
        or ([target.encryption] | tostring | test("diskEncryptionSet|confidentialVMEncryptionType"; "i") | not)) | not)],
    ["Newest", ($newest | index($id) != null)],
    ["Young", ($rule.keepDays != null and ($published == null or ($facts.now - $published) < $rule.keepDays * 86400))],
    ["Tagged", (.tags // {} | keys | any(ascii_downcase == ($rule.keepTag | ascii_downcase)))],
    ["Unseen", ($deletes and ($unseen | length) > 0)],
    ["Latest", ($latest | index($id) != null)],
    ["Used", ($deletes and ($uses[$key] != null or $uses["\($definition)/versions/"] != null))],
    ["SourceOfOthers", ($deletes and $sources[$key] != null)],
    ["InCampaign", ($isCampaignAtWork or ($replaced | index($name) != null))],
    ["Locked", $isLocked],
    ["UnderWay", isBusy],
    ["BeforeEndOfLife", ($deletes and .properties.safetyProfile.blockDeletionBeforeEndOfLife == true
      and ($end != null and $end > $facts.now))],
    ["FailedUnderSoftDelete", ($deletes and state == "Failed"
      and $facts.gallery.properties.softDeletePolicy.isSoftDeleteEnabled == true)],
    ["Revoked", ($action == "include" and $isRevoked)],
    ["NothingToChange", (($action == "exclude" and $profile.excludeFromLatest == true)
      or ($action == "include" and $profile.excludeFromLatest != true) or ($action == "revoke" and $isRevoked))]
  ] | map(select(.[1]) | .[0])),
  successor: ([$all[] | select(isRevoked | not) | offered($home; false) | .id | split("/") | last] | last)}
`.trim()

/**
 * What a PUT sends of the version that ARM answered, as the action of `asked` changes it: the bodies of
 * `updatedVersion` and `revokedVersion`. `decided` is the output of the program above.
 */
export const retentionBody = String.raw`
$asked[0] as $asked | (.id | ascii_downcase) as $id
| ([$decided[] | select((.id | ascii_downcase) == $id) | .successor] | first) as $successor
| .properties.publishingProfile as $profile
| del(.properties | .provisioningState, .replicationStatus, .validationsProfile, .publishingProfile.publishedDate,
    (.storageProfile | .osDiskImage.sizeInGB, .dataDiskImages[]?.sizeInGB),
    (.safetyProfile | .reportedForPolicyViolation, .policyViolations))
| if $profile.storageAccountStrategy then del(.properties.publishingProfile.storageAccountType) else . end
| .properties.publishingProfile.excludeFromLatest = ($asked.action != "include")
| if $asked.action != "revoke" then . else
    .tags = ((.tags // {} | with_entries(select(.key | ascii_downcase | IN(${Object.values(revocationTags)
      .map((name) => `"${name}"`)
      .join(', ')}) | not)))
      + {"${revocationTags.date}": (now | todate), "${revocationTags.reason}": $asked.reason}
      + (if $successor then {"${revocationTags.replacement}": $successor} else {} end)
      + {"${revocationTags.before}": ({excludeFromLatest: ($profile.excludeFromLatest == true)}
          + (if $profile.endOfLifeDate then {endOfLifeDate: $profile.endOfLifeDate} else {} end) | tojson)})
  end
| {location, tags, properties}
`.trim()
