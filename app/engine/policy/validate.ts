/**
 * What the console's editor says about a policy's text: IAM's own refusals, and the published
 * checks the text alone can answer.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-policy-validation.html
 */
import { refuse } from './accept'
import type { Refusal } from './accept/refusal'
import { checkActions } from './checks/actions'
import { checkConditions } from './checks/conditions'
import { checkPassRole } from './checks/pass-role'
import { checkPrincipals } from './checks/principals'
import { checkRcp } from './checks/rcp'
import { checkRedundancy } from './checks/redundancy'
import { checkResources } from './checks/resources'
import { checkSize } from './checks/size'
import {
  type Check,
  type Checked,
  checkedStatements,
  type Place,
  type Raise,
} from './checks/statement'
import { checkStructure } from './checks/structure'
import { checkTrust } from './checks/trust'
import { checkValues } from './checks/values'
import { checkVariables } from './checks/variables'
import type { Finding, PolicyKind } from './finding'
import { type FindingId, findingText, type FindingValues, issueCode } from './findings'
import { type JsonNode, parseJson, positionAt } from './parse'
import { child, isText } from './tree'

export type ValidateOptions = {
  /** `AWS::S3::Bucket` turns on what holds for bucket policies. */
  resourceType?: string
  /** Characters; the default quota of the kind when absent. */
  quota?: number
}

const checks: Check[] = [
  checkStructure,
  checkPrincipals,
  checkActions,
  checkResources,
  checkConditions,
  checkValues,
  checkVariables,
  checkTrust,
  checkPassRole,
  checkRcp,
  checkRedundancy,
  checkSize,
]

/** Findings in the order of the text. Any text whatever is answered. */
export function validatePolicy(
  text: string,
  kind: PolicyKind,
  options: ValidateOptions = {}
): Finding[] {
  const parsed = parseJson(text)
  if (!parsed.ok) return [syntaxFinding(text, parsed)]
  const found: Found[] = []
  const raise: Raise = (id, place, values = {}) => found.push({ id, place, values })
  const { root } = parsed
  if (root.type === 'object') {
    const policy = toChecked(text, root, kind, options)
    for (const check of checks) check(policy, raise)
  }
  addRefusal(found, refuse(root, kind, options.resourceType), options)
  found.sort((a, b) => a.place.start - b.place.start)
  return toFindings(text, found)
}

type Found = { id: FindingId; place: Place; values: FindingValues }

function toChecked(
  text: string,
  root: Checked['root'],
  kind: PolicyKind,
  { resourceType, quota }: ValidateOptions
): Checked {
  const version = child(root, 'Version')
  return {
    kind,
    resourceType,
    quota,
    text,
    root,
    version: isText(version) ? version.value : undefined,
    statements: checkedStatements(root),
  }
}

/** The API's own words, where no check has marked the same place as an error. */
function addRefusal(
  found: Found[],
  refused: Refusal | undefined,
  { resourceType }: ValidateOptions
) {
  if (!refused || found.some((each) => isError(each) && covers(each.place, refused.node)))
    return
  const id =
    resourceType === 'AWS::S3::Bucket' ? 'MalformedPolicy' : 'MalformedPolicyDocument'
  found.push({ id, place: refused.node, values: { message: refused.message } })
}

const isError = ({ id, values }: Found) => findingText(id, values).severity === 'error'

/** One place lies within the other; the whole document only counts as itself. */
function covers(place: Place, node: JsonNode) {
  if (node.path.length === 0) return place.path.length === 0
  const inside = place.start >= node.start && place.end <= node.end
  return inside || (place.start <= node.start && place.end >= node.end)
}

const toFindings = (text: string, found: Found[]): Finding[] =>
  found.map(({ id, place, values }) => ({
    id: issueCode(id),
    ...findingText(id, values),
    ...positionAt(text, place.start),
    length: place.end - place.start,
    path: [...place.path],
  }))

function syntaxFinding(
  text: string,
  { index, line, column }: { index: number; line: number; column: number }
): Finding {
  const id = 'JSON_SYNTAX_ERROR'
  const { severity, title, message } = findingText(id, { index, line, column })
  const length = index < text.length ? 1 : 0
  return { id, severity, title, message, line, column, length, path: [] }
}
