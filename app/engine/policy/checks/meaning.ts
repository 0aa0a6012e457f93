/**
 * Values that have to be of a certain kind: a Region, a service, a key of KMS.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html
 */
import { keyFacts } from '../../catalog/condition-keys'
import { isRegion } from '../../catalog/regions'
import type { FindingId, FindingValues } from '../findings'
import type { JsonNode } from '../parse'
import {
  type Check,
  type Condition,
  hasVariable,
  hasWildcard,
  type Raise,
  textOf,
} from './statement'

export const checkMeaning: Check = ({ statements }, raise) => {
  for (const { conditions } of statements) {
    for (const condition of conditions) {
      checkJsonTypes(condition, raise)
      if (comparesText(condition))
        for (const node of condition.values) checkValue(condition, node, raise)
    }
  }
}

/** Values beside each other are read alike, so they are to be written alike. */
function checkJsonTypes({ key, operator, values, valueNode }: Condition, raise: Raise) {
  const types = new Set(values.map(({ type }) => type).filter(isScalar))
  if (types.size > 1) raise('INVALID_CONDITION_DATA_TYPE', valueNode)
  // one of the two would always match; with a qualifier, a request has several to compare
  const isBool = operator?.family === 'bool' || operator?.family === 'null'
  if (isBool && values.length > 1 && !keyFacts(key)?.isMultiValued)
    raise('INVALID_CONDITION_MULTIPLE_BOOLEAN', valueNode)
}

const isScalar = (type: JsonNode['type']) =>
  type === 'string' || type === 'number' || type === 'boolean'

const comparesText = ({ operator }: Condition) =>
  operator?.family === 'string' || operator?.family === 'arn'

type Rule = {
  keys: RegExp
  fits: (text: string) => boolean
  id: FindingId
  told: (condition: Condition, text: string) => FindingValues
}

export const SERVICE_FORM = 'service-name.amazonaws.com'
const REGIONAL_FORM = 'service-name.AWS_region.amazonaws.com'

const rules: Rule[] = [
  {
    keys: /^(?:aws:requestedregion|ec2:region)$/,
    fits: isRegion,
    id: 'INVALID_REGION',
    told: (_, region) => ({ region }),
  },
  {
    keys: /^(?:aws:calledvia(?:first|last)?|aws:principalservicename(?:slist)?|iam:passedtoservice|iam:awsservicename)$/,
    fits: (text) => isServiceForm(text),
    id: 'INVALID_SERVICE_PRINCIPAL_FORMAT',
    told: () => ({ expectedFormat: SERVICE_FORM }),
  },
  {
    // https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-via-service
    keys: /^kms:viaservice$/,
    fits: (text) =>
      /^[a-z0-9-]+\.[a-z]+(?:-[a-z]+)+-\d\.amazonaws\.com(?:\.cn)?$/.test(text),
    id: 'INVALID_SERVICE_PRINCIPAL_FORMAT',
    told: () => ({ expectedFormat: REGIONAL_FORM }),
  },
  {
    // https://docs.aws.amazon.com/AmazonS3/latest/userguide/amazon-s3-policy-keys.html
    keys: /^(?:s3|s3express):x-amz-server-side-encryption-aws-kms-key-id$/,
    fits: (text) => /^arn:aws[a-z-]*:kms:[a-z0-9-]+:\d{12}:key\/[\w-]+$/.test(text),
    id: 'INVALID_KMS_KEY_VALUE',
    told: ({ keyNode }) => ({ key: keyNode.value }),
  },
]

/** A wildcard or a variable may turn into whatever is right. */
function checkValue(condition: Condition, node: JsonNode, raise: Raise) {
  const rule = rules.find(({ keys }) => keys.test(condition.key))
  const text = textOf(node)
  if (rule === undefined || text === undefined || hasWildcard(text) || hasVariable(text))
    return
  if (!rule.fits(text)) raise(rule.id, node, rule.told(condition, text))
}

export const isServiceForm = (text: string) =>
  /^[\w-]+(?:\.[\w-]+)*\.(?:amazonaws\.com(?:\.cn)?|amazonaws\.eu|amazon\.com|aws\.internal)$/.test(
    text
  )
