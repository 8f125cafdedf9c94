import { apiVersions } from '@portal/arm'

/** One step of a pipeline: bash with az and jq, run in the folder of the plan file. */
export interface PipelineStep {
  name: string
  script: string
}

/** What the systems that run builds do in their own way, in bash. */
export interface BuildSystem {
  /** the folder that lives as long as the build */
  temporary: string
  /** the address of the run, the same when it is run again */
  run: string
  /** prints the escaped text in `$text` as an error of the build */
  error: string
  /** adds Markdown from standard input to the summary of the build */
  summary: string
}

/**
 * What the version differs in from the plan, by jq: `differences($asked; $found)` has a line for each fact. What the
 * plan does not say makes no difference, except for a set; the rules are those of `differences` in image-version. The
 * whole version's exclusion from latest is left out, because a pipeline excludes each version until it is proved.
 */
export const differencesProgram = String.raw`
def place: ascii_downcase | gsub(" "; "");
def instant: if . == null then null else sub("[.][0-9]+"; "") end;
def known: with_entries(select(.value != null) | .value |= tostring);
def merged(f): [f] | add // {};
def encryption: merged(.properties.publishingProfile.targetRegions[]? | (.name | place) as $region | .encryption // {}
  | {
      "\($region), OS disk": .osDiskImage.diskEncryptionSetId,
      "\($region), confidential encryption": .osDiskImage.securityProfile.confidentialVMEncryptionType,
      "\($region), OS disk, confidential": .osDiskImage.securityProfile.secureVMDiskEncryptionSetId
    }
    + merged(.dataDiskImages[]? | {
      "\($region), LUN \(.lun)": .diskEncryptionSetId,
      "\($region), LUN \(.lun), confidential": .securityProfile.secureVMDiskEncryptionSetId
    })) | known;
def facts: . as $version | (.properties.publishingProfile // {}) as $profile
  | (.properties.storageProfile // {}) as $source | (.properties.safetyProfile // {}) as $safety
  | {
      "location": (.location | place),
      "target regions": ([$profile.targetRegions[]?.name | place] | sort | join(" ")),
      "storage": $profile.storageAccountType,
      "replication mode": ($profile.replicationMode // "Full"),
      "end of life date": ($profile.endOfLifeDate | instant),
      "allow deletion of replicated locations": ($safety.allowDeletionOfReplicatedLocations // false),
      "block deletion before end of life": ($safety.blockDeletionBeforeEndOfLife // false),
      "source": ($source.source | .id? // .virtualMachineId?),
      "source of the OS disk": ($source.osDiskImage.source | .uri? // .id?)
    }
    + merged($source.dataDiskImages[]? | {"source of LUN \(.lun)": (.source | .uri? // .id?)})
    + merged($profile.targetRegions[]? | (.name | place) as $region | {
      "\($region), replicas": (.regionalReplicaCount // $profile.replicaCount // 1),
      "\($region), storage": .storageAccountType,
      "\($region), excluded from latest": (.excludeFromLatest // false)
    })
    + merged(.tags // {} | del(.["pipeline-run"]) | to_entries[] | {"tag \(.key)": .value})
    | known + ($version | encryption);
def differences($asked; $found): ($asked | facts) as $planned | ($found | facts) as $stored
  | [($planned | keys[]), ($found | encryption | keys[])] | unique[] | . as $fact
  | [$planned, $stored] | map(.[$fact] // "none")
  | select(if $fact | startswith("tag ") then .[0] != .[1] else (.[0] | ascii_downcase) != (.[1] | ascii_downcase) end)
  | "\($fact): planned \(.[0]), in Azure \(.[1])";
`.trim()

const binVersion = apiVersions.imageVersions.version

const shared = ({ temporary, run, error, summary }: BuildSystem) => String.raw`set -euo pipefail
work="${temporary}/image-version"
mkdir -p "$work"
cat > "$work/differences.jq" <<'JQ'
${differencesProgram}
JQ
cat > "$work/shared.sh" <<'BASH'
set -euo pipefail
work="${temporary}/image-version"
run="${run}"
definition=$(jq --raw-output .definition "$PLAN")
gallery=$(dirname "$(dirname "$definition")")
api=$(jq --raw-output .apiVersion "$PLAN")
id=$(cat "$work/id" 2> "$work/none" || true)

fail() {
  local text
  text=$(jq --null-input --raw-output --arg text "$1" '$text | gsub("%"; "%25") | gsub("\r"; "%0D") | gsub("\n"; "%0A")')
  ${error}
  printf '### Failed\n\n%s\n' "$1" | summary
  exit 1
}

summary() { ${summary}; }

# All pages of a list, one after the other.
pages() {
  local url=$1 page
  while [ -n "$url" ]; do
    page=$(az rest --method=get --url="$url")
    printf '%s\n' "$page"
    url=$(jq --raw-output '.nextLink // ""' <<< "$page")
  done
}

read_version() {
  az rest --method=get --url="$id?api-version=$api&%24expand=ReplicationStatus" > "$work/version.json"
}

put() {
  az rest --method=put --url="$id?api-version=$api" --body=@"$work/body.json" --output=none ||
    fail "Azure rejected version $(basename "$id"): its message is above. Correct what it names, and run this again."
}

differing() {
  jq --null-input --raw-output --slurpfile asked "$work/asked.json" --slurpfile found "$work/version.json" \
    "$(cat "$work/differences.jq") differences("'$asked[0]; $found[0])'
}
BASH`

const create = String.raw`pages "$definition/versions?api-version=$api" > "$work/versions.json"
az rest --method=get --url="$gallery?api-version=$api" > "$work/gallery.json"
echo '{"value": []}' > "$work/deleted.json"
if jq --exit-status .properties.softDeletePolicy.isSoftDeleteEnabled "$work/gallery.json" > "$work/none"; then
  pages "$gallery/softDeletedArtifactTypes/Images/artifacts/$(basename "$definition")/versions?api-version=${binVersion}" > "$work/deleted.json"
fi

# Next: the minor number after the highest, also of failed and deleted versions. A run that is run again keeps its own.
number=$(jq --null-input --raw-output --arg asked "$VERSION" --arg run "$run" \
  --slurpfile versions "$work/versions.json" --slurpfile deleted "$work/deleted.json" '
  [$versions[].value[]] as $all
  | ([$all[] | select(.tags["pipeline-run"]? == $run) | .name] | first) as $own
  | if $asked != "next" then $asked elif $own then $own
    else [($all[], $deleted[].value[]) | .name | select(test("^[0-9]+[.][0-9]+[.][0-9]+$")) | split(".") | map(tonumber)] | max
      | if . == null then [1, 0, 0] else [.[0], .[1] + 1, 0] end | map(tostring) | join(".") end')
[[ $number =~ ^[0-9]+\.[0-9]+\.[0-9]+$ ]] || fail "'$number' is not a version number. Enter Major.Minor.Patch, or next."
if jq --exit-status --arg name "$number" 'any(.value[]; .name == $name)' "$work/deleted.json" > "$work/none"; then
  fail "Version $number is in the recycle bin. Restore it, delete it permanently, or use another number."
fi
id="$definition/versions/$number"
printf '%s' "$id" > "$work/id"

# The plan, with the source of this run.
case "$SOURCE" in
  plan | '') jq .body "$PLAN" > "$work/asked.json" ;;
  */Microsoft.Compute/virtualMachines/*)
    jq --arg id "$SOURCE" '.body | .properties.storageProfile = {source: {virtualMachineId: $id}}' "$PLAN" > "$work/asked.json" ;;
  */Microsoft.Compute/images/* | */Microsoft.Compute/galleries/*/images/*/versions/*)
    jq --arg id "$SOURCE" '.body | .properties.storageProfile = {source: {id: $id}}' "$PLAN" > "$work/asked.json" ;;
  *) fail "'$SOURCE' is not a source. Enter the ID of a managed image, a virtual machine, or a version." ;;
esac
jq --arg run "$run" '.properties.publishingProfile.excludeFromLatest = true | .tags["pipeline-run"] = $run' \
  "$work/asked.json" > "$work/body.json"

if jq --exit-status --arg name "$number" 'any(.value[]; .name == $name)' <(jq --slurp '{value: [.[].value[]]}' "$work/versions.json") > "$work/none"; then
  read_version
  found=$(differing)
  [ -z "$found" ] || fail "Version $number exists, and differs from the plan. Use another number.
$found"
  if [ "$(jq --raw-output .properties.provisioningState "$work/version.json")" = Failed ]; then
    echo "Version $number failed before: the same request is sent again."
    put
  else
    echo "Version $number exists as planned: nothing is sent."
  fi
else
  echo "Version $number is created, excluded from latest."
  put
fi`

const wait = String.raw`deadline=$((SECONDS + WAIT_MINUTES * 60))
while true; do
  read_version
  state=$(jq --raw-output .properties.provisioningState "$work/version.json")
  replication=$(jq --raw-output '.properties.replicationStatus.aggregatedState // "Unknown"' "$work/version.json")
  jq --raw-output '.properties.replicationStatus.summary[]? | "\(.region): \(.state), \(.progress)%"' "$work/version.json"
  if [ "$state" = Succeeded ] && [ "$replication" = Completed ]; then break; fi
  if [ "$state" = Failed ] || [ "$state" = Succeeded -a "$replication" = Failed ]; then
    failed=$(jq --raw-output '.properties.replicationStatus.summary[]? | select(.state == "Failed") | "\(.region): \(.details // "no details")"' "$work/version.json")
    fail "Version $(basename "$id") failed, and stays excluded from latest.
$failed
Correct the cause (the key, its vault, or the access of the disk encryption set), and run this again with the same number: the same request repairs the failed regions. If a region fails again, remove it from the version, and then add it back."
  fi
  [ "$SECONDS" -lt "$deadline" ] || fail "Version $(basename "$id") isn't replicated after $WAIT_MINUTES minutes, and stays excluded from latest. Run this again with the same number: it continues to wait."
  sleep 30
done`

const prove = String.raw`read_version
found=$(differing)
[ -z "$found" ] || fail "Version $(basename "$id") differs from the plan, and stays excluded from latest.
$found"
missing=$(jq --raw-output '[.properties.replicationStatus.summary[]? | select(.state == "Completed") | .region | ascii_downcase | gsub(" "; "")] as $done
  | .properties.publishingProfile.targetRegions[].name | select(ascii_downcase | gsub(" "; "") | IN($done[]) | not)' "$work/version.json")
[ -z "$missing" ] || fail "Version $(basename "$id") isn't replicated to $missing."
jq --raw-output --arg number "$(basename "$id")" "$(cat "$work/differences.jq")"'
  "### Version \($number)", "", "Replicated to every region. The encryption is as planned.", "", "| | |", "| --- | --- |",
  (encryption | to_entries[] | "| \(.key) | \(.value) |")' "$work/version.json" | tee "$work/table.md"
summary < "$work/table.md"`

const promote = String.raw`if [ "$(jq '.body.properties.publishingProfile.excludeFromLatest // false' "$PLAN")" = true ]; then
  echo "The plan excludes the version from latest: it stays excluded."
  exit 0
fi
read_version
if [ "$(jq '.properties.publishingProfile.excludeFromLatest // false' "$work/version.json")" = true ]; then
  jq 'del(.properties.provisioningState, .properties.replicationStatus, .properties.publishingProfile.publishedDate)
    | .properties.publishingProfile.excludeFromLatest = false | {location, tags, properties}' "$work/version.json" > "$work/body.json"
  put
  az resource wait --ids="$id" --api-version="$api" --updated --interval=10
  read_version
fi
found=$(differing)
[ -z "$found" ] || fail "Version $(basename "$id") differs from the plan since it was promoted.
$found"
echo "Version $(basename "$id") isn't excluded from latest."`

/**
 * The steps that create a version from the plan file in `$PLAN`, in this order: its number from `$VERSION`
 * (Major.Minor.Patch, or next), its source from `$SOURCE` (a resource ID, or plan), at most `$WAIT_MINUTES` for every
 * region. A step fails with Azure's message and the repair; all can be run again.
 * https://learn.microsoft.com/rest/api/compute/gallery-image-versions/create-or-update
 */
export function createSteps(system: BuildSystem): PipelineStep[] {
  const start = `. "${system.temporary}/image-version/shared.sh"\n`
  return [
    { name: 'Prepare', script: shared(system) },
    { name: 'Create the version, excluded from latest', script: start + create },
    { name: 'Wait until every region is replicated', script: start + wait },
    { name: 'Compare the encryption with the plan', script: start + prove },
    { name: 'Promote the version to latest', script: start + promote },
  ]
}
